using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>What is wrong with a signature before it is computed, in AWS's words.</summary>
internal static class SignatureErrors
{
    /// <summary>How far a client's clock may be ahead.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>How old a signature may be.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromMinutes(15);

    /// <exception cref="ApiException">It has not five parts.</exception>
    public static CredentialScope Scope(string credential) =>
        CredentialScope.Parse(credential)
        ?? throw new ApiException(CommonErrors.IncompleteSignature, $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'.");

    /// <summary>Holds a signature against where it is used; all faults of its scope at once.</summary>
    /// <exception cref="ApiException">It is for another Region, service or day, or leaves out a header that it must sign.</exception>
    public static void CheckScope(Signature signature, string region, string service)
    {
        var scope = signature.Scope;
        var day = signature.Date[..8];
        List<string> faults = [];
        Add(faults, scope.Region == region, $"Credential should be scoped to a valid region, not '{scope.Region}'.");
        Add(faults, scope.Service == service, $"Credential should be scoped to correct service: '{service}'.");
        Add(faults, scope.Terminator == CredentialScope.Request, $"Credential should be scoped with a valid terminator: '{CredentialScope.Request}', not '{scope.Terminator}'.");
        Add(faults, scope.Date == day, $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope.Date}' != '{day}', from '{signature.Date}'.");
        if (faults.Count > 0)
        {
            throw Invalid(SignatureFault.Scope, string.Join(' ', faults));
        }
    }

    /// <summary>Without the host a signature would hold anywhere, and without the target for any operation.</summary>
    public static void CheckHeaders(Signature signature, ApiRequest request)
    {
        if (!signature.Signs("host"))
        {
            throw Invalid(SignatureFault.Headers, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        if (request.Header("X-Amz-Target") is not null && !signature.Signs("x-amz-target"))
        {
            throw Invalid(SignatureFault.Headers, "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    /// <summary>S3's headers say what is done, e.g. what is copied: one that came and is not signed may be of somebody else.</summary>
    public static void CheckStorageHeaders(Signature signature, ApiRequest request)
    {
        var unsigned = request.Headers.Select(header => header.Key.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && name != "x-amz-content-sha256" && !signature.Signs(name)).ToList();
        if (unsigned.Count > 0)
        {
            throw Invalid(SignatureFault.Headers, $"There were headers present in the request which were not signed: {string.Join(", ", unsigned)}");
        }
    }

    /// <exception cref="ApiException">It is too old, or of a time to come.</exception>
    public static void CheckTime(Signature signature, DateTimeOffset now)
    {
        var (oldest, newest) = (now - (signature.Expires ?? Behind), now + Ahead);
        if (signature.SignedAt < oldest)
        {
            throw Invalid(signature.IsPresigned ? SignatureFault.Expired : SignatureFault.Time, $"Signature expired: {signature.Date} is now earlier than {SigningTime.Write(oldest)} ({SigningTime.Write(now)} - {Span(signature.Expires ?? Behind)})");
        }

        if (signature.SignedAt > newest)
        {
            throw Invalid(SignatureFault.Time, $"Signature not yet current: {signature.Date} is still later than {SigningTime.Write(newest)} ({SigningTime.Write(now)} + {Span(Ahead)})");
        }
    }

    public static ApiException Mismatch() => Invalid(
        SignatureFault.Mismatch,
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    private static string Span(TimeSpan span) => span.Seconds == 0 ? $"{(int)span.TotalMinutes} min." : $"{(int)span.TotalSeconds} s";

    private static void Add(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    private static SignatureException Invalid(SignatureFault fault, string message) => new(fault, message);
}
