using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Http;

/// <summary>Requests' bodies, as bytes.</summary>
internal static class RequestBody
{
    /// <summary>The body, or as many bytes of it as are asked for.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, most));
        var buffer = new byte[16 * 1024];
        while (body.Length < most)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - body.Length)), request.HttpContext.RequestAborted);
            if (read == 0)
            {
                break;
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
