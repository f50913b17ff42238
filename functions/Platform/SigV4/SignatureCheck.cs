using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Whether a request's signature is the one that its key makes.</summary>
internal static class SignatureCheck
{
    /// <summary>Compares in constant time.</summary>
    public static bool Holds(ApiRequest request, Signature signature, byte[] key)
    {
        var expected = SigningKey.Sign(key, signature.Date, signature.Scope, Canonical(request, signature));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature.Hex));
    }

    /// <summary>What a request that came would have been signed as.</summary>
    public static string Canonical(ApiRequest request, Signature signature) => CanonicalRequest.Write(new SignableRequest(
        request.Method,
        request.Path,
        QueryParameters.Parse(request.Query).Where(parameter => !signature.IsPresigned || parameter.Name != QuerySignature.SignatureName),
        request.Headers,
        signature.SignedHeaders,
        PayloadHash(request, signature)));

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
