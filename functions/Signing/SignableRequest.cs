namespace Sluice.Signing;

/// <summary>What of a request is signed.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">As it is sent, percent-encoded.</param>
/// <param name="Query">Without the signature itself, in any order.</param>
/// <param name="Headers">At least those that are signed; one that is sent twice is here twice.</param>
/// <param name="SignedHeaders">Their names in lower case, divided by semicolons.</param>
/// <param name="PayloadHash">The body's SHA-256 in hexadecimal digits, or what says that it is not signed.</param>
public sealed record SignableRequest(
    string Method, string Path, IEnumerable<QueryParameter> Query, IReadOnlyList<KeyValuePair<string, string>> Headers, string SignedHeaders, string PayloadHash)
{
    /// <summary>Whether the path is signed as S3 signs it: every segment is kept, and what is encoded is encoded once.</summary>
    public bool KeepsPath { get; init; }
}
