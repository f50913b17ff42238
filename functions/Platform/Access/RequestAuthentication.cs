using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;

namespace Sluice.Platform.Access;

/// <summary>Says whose key signed a request. Every service here, our own and the emulated ones, asks this.</summary>
public sealed class RequestAuthentication(AccessKeyStore store, ISecretBox box, SuiteAccount account, TimeProvider time)
{
    private readonly SigningKeys _keys = new(box);

    /// <summary>The holder of the key. What costs little is checked first.</summary>
    /// <param name="request">As it came.</param>
    /// <param name="signingName">The service that it must be signed for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">It is not signed, or not rightly; AWS's error for it.</exception>
    public async Task<Caller> AuthenticateAsync(ApiRequest request, string signingName, CancellationToken cancellationToken)
    {
        var signature = SignatureReader.Read(request);
        SignatureErrors.CheckScope(signature, account.Region, signingName);
        SignatureErrors.CheckHeaders(signature, request);
        SignatureErrors.CheckTime(signature, time.GetUtcNow());
        var (caller, signingKey) = await HolderAsync(signature, cancellationToken);
        return SignatureCheck.Holds(request, signature, signingKey) ? caller : throw SignatureErrors.Mismatch();
    }

    /// <summary>
    /// The holder of the key that signed a request as S3 has them: its path is signed as it is, and its body is still to be read. The request that is answered has a body that throws
    /// as soon as it is seen to be another than was signed, at its end at the latest, and that is without what divides it into chunks.
    /// </summary>
    /// <param name="request">As it came, with its content.</param>
    /// <param name="signingName">The service that it must be signed for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">It is not signed, or not rightly; AWS's error for it, or <see cref="SignatureException"/>.</exception>
    public async Task<AdmittedRequest> AdmitAsync(ApiRequest request, string signingName, CancellationToken cancellationToken)
    {
        if (LegacySignature.IsOne(request))
        {
            return await AdmitLegacyAsync(request, LegacySignature.Read(request), cancellationToken);
        }

        var signature = SignatureReader.Read(request);
        SignatureErrors.CheckScope(signature, account.Region, signingName);
        SignatureErrors.CheckHeaders(signature, request);
        SignatureErrors.CheckStorageHeaders(signature, request);
        SignatureErrors.CheckTime(signature, time.GetUtcNow());
        var (caller, signingKey) = await HolderAsync(signature, cancellationToken);
        return SignatureCheck.HoldsForStorage(request, signature, signingKey)
            ? new AdmittedRequest(caller, request with { Content = StoredBody.Of(request, signature, signingKey) })
            : throw SignatureErrors.Mismatch();
    }

    /// <summary>Holds an action against the caller's role.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">E.g. <c>codedeploy:CreateApplication</c>.</param>
    /// <exception cref="ApiException"><c>AccessDeniedException</c>.</exception>
    public void Authorize(Caller caller, string action)
    {
        if (!Roles.Allow(caller.Role, action))
        {
            throw new ApiException(
                CommonErrors.AccessDenied,
                $"User: {UserArn(caller)} is not authorized to perform: {action} because the role {caller.Role} of its key does not allow it");
        }
    }

    private async Task<AdmittedRequest> AdmitLegacyAsync(ApiRequest request, LegacySignature signature, CancellationToken cancellationToken)
    {
        signature.CheckTime(time.GetUtcNow());
        var key = await KeyAsync(signature.AccessKeyId, cancellationToken);
        return signature.Holds(request, await box.OpenAsync(key.SealedSecret, key.AccessKeyId, cancellationToken))
            ? new AdmittedRequest(new Caller(key.AccessKeyId, key.Role), request)
            : throw SignatureErrors.Mismatch();
    }

    private async Task<(Caller Caller, byte[] SigningKey)> HolderAsync(Signature signature, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(signature.Scope.AccessKeyId, cancellationToken);
        return (new Caller(key.AccessKeyId, key.Role) { Name = key.Name.Length > 0 ? key.Name : key.AccessKeyId }, await _keys.GetAsync(key, signature.Scope, cancellationToken));
    }

    private async Task<AccessKey> KeyAsync(string accessKeyId, CancellationToken cancellationToken) =>
        await store.FindAsync(accessKeyId, cancellationToken) is { RevokedAt: null } key
            ? key
            : throw new ApiException(CommonErrors.UnrecognizedClient, "The security token included in the request is invalid.");

    /// <summary>How the caller is named to AWS's clients.</summary>
    public string UserArn(Caller caller) => $"arn:aws:iam::{account.AccountId}:user/{caller.AccessKeyId}";
}
