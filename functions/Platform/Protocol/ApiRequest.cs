namespace Sluice.Platform.Protocol;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The HTTP method, e.g. <c>POST</c>.</param>
/// <param name="Path">The path as it was sent, percent-encoded.</param>
/// <param name="Query">The query as it was sent, without the question mark.</param>
/// <param name="Headers">All headers; one that was sent twice is here twice.</param>
/// <param name="Body">The body, as far as it was read; of one longer than <see cref="LargestBody"/> at least one byte more than that.</param>
public sealed record ApiRequest(string Method, string Path, string Query, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>How many bytes a body may have that is a document. One that is streamed has no limit here.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>The body while it is still to be read; null once it is in <see cref="Body"/>.</summary>
    public Stream? Content { get; init; }

    /// <summary>Where it comes from; null if that is not known.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The first header of a name, in any case.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The first parameter of a name in the query, decoded; null if there is none.</summary>
    public string? Parameter(string name) => DecodedQuery.First(DecodedQuery.Of(Query), name);

    /// <summary>The same with its body read, or of a body that is too long so much that this can be seen.</summary>
    public async Task<ApiRequest> WithBodyAsync(CancellationToken cancellationToken)
    {
        if (Content is null)
        {
            return this;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= LargestBody && (read = await Content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return this with { Body = body.ToArray(), Content = null };
    }
}
