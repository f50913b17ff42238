using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>A request to a function URL.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">As it came, percent-encoded.</param>
/// <param name="Query">As it came, without the question mark.</param>
/// <param name="Headers">Names in lower case; several of one name are joined by commas.</param>
/// <param name="Body">The whole body.</param>
/// <param name="SourceIp">Who asks.</param>
/// <param name="Protocol">Such as <c>HTTP/1.1</c>.</param>
/// <param name="Caller">Who signed it; null if nobody had to.</param>
internal sealed record UrlRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, string SourceIp, string Protocol, Caller? Caller);
