namespace Sluice.Platform.Protocol;

/// <summary>A body that is streamed, of a request whose signature was verified by the hash that it says its body has.</summary>
internal static class SignedContent
{
    /// <summary>The header that says the body's hash, or that it is not signed.</summary>
    public const string HashHeader = "X-Amz-Content-Sha256";

    /// <summary>What the header says of a body that is not signed.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>The body, which throws at its end if it does not have that hash. A body that was read already is the signed one.</summary>
    public static Stream Of(ApiRequest request) => (request.Content, request.Header(HashHeader)) switch
    {
        (null, _) => new MemoryStream(request.Body.ToArray(), writable: false),
        ({ } content, null or Unsigned) => content,
        ({ } content, { } hash) => new HashedContent(content, hash),
    };

    /// <summary>The hash that the signature of such a request is made with.</summary>
    /// <exception cref="ApiException">It says none: the signature could be verified only once all of the body is read.</exception>
    public static string Hash(ApiRequest request) => request.Header(HashHeader)
        ?? throw new ApiException(CommonErrors.IncompleteSignature, $"A body that is streamed is signed by the header '{HashHeader}': expected its SHA-256 in hexadecimal digits, or {Unsigned}.");
}
