using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Whether a request's signature is the one that its key makes.</summary>
internal static class SignatureCheck
{
    /// <summary>Compares in constant time.</summary>
    public static bool Holds(ApiRequest request, Signature signature, byte[] key) => IsOf(key, signature, Canonical(request, signature));

    /// <summary>The same of a request to S3, which signs its path otherwise and what it says of its body: the body is held against that as it is read.</summary>
    public static bool HoldsForStorage(ApiRequest request, Signature signature, byte[] key) =>
        IsOf(key, signature, Canonical(request, signature, request.Header(SignedContent.HashHeader) ?? SignedContent.Unsigned, keepsPath: true));

    /// <summary>What a request that came would have been signed as.</summary>
    public static string Canonical(ApiRequest request, Signature signature) => Canonical(request, signature, PayloadHash(request, signature), keepsPath: false);

    private static bool IsOf(byte[] key, Signature signature, string canonical)
    {
        var expected = SigningKey.Sign(key, signature.Date, signature.Scope, canonical);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature.Hex));
    }

    private static string Canonical(ApiRequest request, Signature signature, string payloadHash, bool keepsPath) => CanonicalRequest.Write(new SignableRequest(
        request.Method,
        request.Path,
        QueryParameters.Parse(request.Query).Where(parameter => !signature.IsPresigned || parameter.Name != QuerySignature.SignatureName),
        request.Headers,
        signature.SignedHeaders,
        payloadHash)
    {
        KeepsPath = keepsPath,
    });

    /// <summary>
    /// The hash that is signed is that of the body that came; only a signed header may say that the body is not signed. Of a body that is still to come it is the hash that
    /// the request says, which is held against the body as that is read.
    /// </summary>
    private static string PayloadHash(ApiRequest request, Signature signature)
    {
        var isUnsigned = request.Header(SignedContent.HashHeader) == SignedContent.Unsigned;
        return isUnsigned && signature.Signs("x-amz-content-sha256") ? SignedContent.Unsigned
            : request.Content is not null && !isUnsigned ? SignedContent.Hash(request)
            : SigningAlgorithm.Hash(request.Body.Span);
    }
}
