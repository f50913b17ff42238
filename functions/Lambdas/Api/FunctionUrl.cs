using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Carries requests of a function URL to the wire API.</summary>
internal static class FunctionUrl
{
    /// <summary>Of the 6 MB that Lambda hands on, what is left when bytes have become text, and a little for headers.</summary>
    public const int MostBytes = 4_400_000;

    public static ApiRequest Read(FunctionUrlRequest request) => new(
        request.RequestContext.Http.Method, request.RawPath, request.RawQueryString ?? "", [.. request.Headers], Body(request)) { RemoteAddress = request.RequestContext.Http.SourceIp };

    /// <summary>
    /// Documents are text, unless they are packed. What is streamed is any bytes, and is whole in the answer, since a function that is invoked through its runtime's plain interface answers at once.
    /// </summary>
    public static async Task<FunctionUrlResponse> WriteAsync(ApiResponse response)
    {
        var headers = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (response.Content is { } content)
        {
            await using (content)
            {
                using var whole = await ReadAsync(content);
                return Bytes(response.Status, headers, whole.GetBuffer().AsSpan(0, (int)whole.Length));
            }
        }

        return headers.ContainsKey("Content-Encoding") ? Bytes(response.Status, headers, response.Body.Span)
            : response.Body.Length > MostBytes ? TooLarge()
            : new FunctionUrlResponse(response.Status, headers, Encoding.UTF8.GetString(response.Body.Span), IsBase64Encoded: false);
    }

    /// <summary>All of it, or as much as shows that it is too much.</summary>
    private static async Task<MemoryStream> ReadAsync(Stream content)
    {
        var (whole, buffer) = (new MemoryStream(), new byte[1 << 16]);
        for (int count; whole.Length <= MostBytes && (count = await content.ReadAsync(buffer)) > 0;)
        {
            whole.Write(buffer, 0, count);
        }

        return whole;
    }

    private static FunctionUrlResponse Bytes(int status, Dictionary<string, string> headers, ReadOnlySpan<byte> bytes) =>
        bytes.Length > MostBytes ? TooLarge() : new FunctionUrlResponse(status, headers, Convert.ToBase64String(bytes), IsBase64Encoded: true);

    private static FunctionUrlResponse TooLarge() => new(
        413,
        new Dictionary<string, string> { ["Content-Type"] = "text/plain; charset=utf-8" },
        $"This file has more than the {MostBytes} bytes that a function can hand on to this client. Deploy the stack with PackagesOn=fargate, whose server has no such limit.\n",
        IsBase64Encoded: false);

    private static byte[] Body(FunctionUrlRequest request) => request.Body switch
    {
        null => [],
        var body when request.IsBase64Encoded => Convert.FromBase64String(body),
        var body => Encoding.UTF8.GetBytes(body),
    };
}
