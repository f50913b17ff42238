using System.Text.Json;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Packages;

namespace Sluice.BuildRunner.Variables;

/// <summary>Reads what signs in to git hosts and registries where it is kept in Secrets Manager, gets a token for images of the suite itself, and hides it in the log.</summary>
internal sealed class StoredCredentials(IValueStores stores, BuildLog log, IPackageService? packages)
{
    private const string Code = "CLIENT_ERROR";
    private const string Expected = "expected the token itself, or JSON with 'Token', or with 'username' and 'password'";

    /// <summary>The job with all of its credentials at hand.</summary>
    /// <exception cref="SourceException">One cannot be read, or is none. No value is told.</exception>
    public async Task<BuildJob> ReadAsync(BuildJob job, CancellationToken cancellationToken) => job with
    {
        Source = await OfAsync(job.Source, cancellationToken),
        SecondarySources = await Task.WhenAll(job.SecondarySources.Select(source => OfAsync(source, cancellationToken))),
        RegistryCredential = job.RegistryCredential is null ? await OwnAsync(job, cancellationToken) : await ReadAsync(job.RegistryCredential, cancellationToken),
    };

    private async Task<JobSource> OfAsync(JobSource source, CancellationToken cancellationToken) =>
        source.Credential is { SecretId: not null } credential ? source with { Credential = await ReadAsync(credential, cancellationToken) } : source;

    private async Task<JobCredential?> ReadAsync(JobCredential? credential, CancellationToken cancellationToken)
    {
        if (credential is not { SecretId: { } id })
        {
            return credential;
        }

        var found = Parse(credential.UserName, await TextAsync(id, cancellationToken)) ?? throw new SourceException(Code, $"The secret '{id}' is no credential; {Expected}.");
        log.Hide([found.Token]);
        return found;
    }

    private async Task<JobCredential?> OwnAsync(BuildJob job, CancellationToken cancellationToken)
    {
        if (packages is null || OwnRegistry.Read(job.Image, packages.Endpoint) is not { } own)
        {
            return null;
        }

        try
        {
            var token = await packages.TokenAsync(own.Domain, asOf: null, cancellationToken);
            log.Hide([token]);
            return new JobCredential("aws", token) { IsOwnPlain = own.IsPlain };
        }
        catch (HttpRequestException e)
        {
            throw new SourceException("BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE", $"The build has no token for the image {job.Image}: {e.Message}");
        }
    }

    private async Task<string> TextAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await stores.SecretAsync(id, null, null, cancellationToken);
        }
        catch (StoreException e)
        {
            throw new SourceException(Code, $"The secret '{id}', which the build signs in with, cannot be read: {e.Message}");
        }
    }

    private static JobCredential? Parse(string userName, string text)
    {
        if (!text.TrimStart().StartsWith('{'))
        {
            return text.Trim() is { Length: > 0 } token ? new JobCredential(userName, token) : null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var token = Member(document, "Token") ?? Member(document, "password");
            return token is null ? null : new JobCredential(Member(document, "Username") ?? Member(document, "username") ?? userName, token);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Member(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
