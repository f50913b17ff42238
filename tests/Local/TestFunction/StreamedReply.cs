using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.TestFunction;

/// <summary>An answer that is sent while it is made, with what went wrong in the middle behind it, which .NET's client cannot send.</summary>
internal static class StreamedReply
{
    public static bool IsAsked(JsonNode request) => (string?)request["do"] == "stream";

    /// <param name="request">Its <c>pieces</c> are texts, files to wait for (<c>wait</c>), files to write (<c>mark</c>), or numbers of bytes; its <c>error</c> is what goes wrong then.</param>
    public static async Task SendAsync(Uri api, string id, JsonNode request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(api.Host, api.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {api.AbsolutePath}invocation/{id}/response HTTP/1.1\r\nHost: {api.Authority}\r\nLambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
            + $"Content-Type: {(string?)request["type"] ?? "application/octet-stream"}\r\nTrailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\nConnection: close\r\n\r\n"));
        foreach (var piece in request["pieces"]!.AsArray())
        {
            await PieceAsync(stream, piece!);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes($"0\r\n{Trailers(request["error"])}\r\n"));
        await stream.ReadExactlyAsync(new byte[12]);
    }

    private static async Task PieceAsync(NetworkStream stream, JsonNode piece)
    {
        if (piece is JsonObject step)
        {
            await StepAsync(step);
            return;
        }

        var bytes = piece.GetValueKind() == System.Text.Json.JsonValueKind.String ? Encoding.UTF8.GetBytes((string)piece!) : new byte[(int)piece];
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{bytes.Length:x}\r\n"));
        await stream.WriteAsync(bytes);
        await stream.WriteAsync("\r\n"u8.ToArray());
    }

    private static async Task StepAsync(JsonObject step)
    {
        if ((string?)step["mark"] is { } mark)
        {
            await File.WriteAllTextAsync(mark, "");
        }

        if ((string?)step["wait"] is { } file)
        {
            await Appearance.OfAsync(file);
        }

        if (step["exit"] is not null)
        {
            Environment.Exit(3);
        }
    }

    private static string Trailers(JsonNode? error) => error is null
        ? ""
        : $"Lambda-Runtime-Function-Error-Type: {(string?)error["errorType"]}\r\nLambda-Runtime-Function-Error-Body: {Convert.ToBase64String(Encoding.UTF8.GetBytes(error.ToJsonString()))}\r\n";
}
