using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Carries requests of a function URL to the wire API.</summary>
internal static class FunctionUrl
{
    public static ApiRequest Read(FunctionUrlRequest request) => new(
        request.RequestContext.Http.Method, request.RawPath, request.RawQueryString ?? "", [.. request.Headers], Body(request)) { RemoteAddress = request.RequestContext.Http.SourceIp };

    /// <summary>Documents are text, if they are not packed. What is streamed is any bytes, and is whole in the answer, since a function that is invoked through its runtime's plain interface answers at once: of 6 MB at most.</summary>
    public static async Task<FunctionUrlResponse> WriteAsync(ApiResponse response)
    {
        var headers = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (response.Content is not { } content)
        {
            return headers.ContainsKey("Content-Encoding") ? new FunctionUrlResponse(response.Status, headers, Convert.ToBase64String(response.Body.Span), IsBase64Encoded: true)
                : new FunctionUrlResponse(response.Status, headers, Encoding.UTF8.GetString(response.Body.Span), IsBase64Encoded: false);
        }

        await using (content)
        {
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole);
            return new FunctionUrlResponse(response.Status, headers, Convert.ToBase64String(whole.GetBuffer(), 0, (int)whole.Length), IsBase64Encoded: true);
        }
    }

    private static byte[] Body(FunctionUrlRequest request) => request.Body switch
    {
        null => [],
        var body when request.IsBase64Encoded => Convert.FromBase64String(body),
        var body => Encoding.UTF8.GetBytes(body),
    };
}
