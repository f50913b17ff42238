using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Images.Model;

/// <summary>Answers as container clients expect them.</summary>
internal static class ImageAnswers
{
    public const string DigestHeader = "Docker-Content-Digest";
    private const string Json = "application/json";

    /// <summary>Where an image's parts are: without a host, so that it is right behind whatever stands before this one.</summary>
    public static string Address(ImageName name, string rest) => $"/v2/{name}/{rest}";

    public static ApiResponse Empty(int status, params IEnumerable<(string Name, string Value)> headers) => new(status, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], default);

    public static ApiResponse Document(JsonNode document, string type = Json, params IEnumerable<(string Name, string Value)> headers) =>
        new(200, [KeyValuePair.Create("Content-Type", type), .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], JsonSerializer.SerializeToUtf8Bytes(document));

    /// <summary>A content, or of who only asks for it what it is.</summary>
    public static async Task<ApiResponse> ContentAsync(bool isHead, string type, string digest, long size, Func<Task<Stream>> open)
    {
        KeyValuePair<string, string>[] headers = [new("Content-Type", type), new(DigestHeader, digest), new("ETag", $"\"{digest}\"")];
        return isHead
            ? new ApiResponse(200, [.. headers, new("Content-Length", size.ToString(CultureInfo.InvariantCulture))], default)
            : new ApiResponse(200, headers, default) { Content = await open() };
    }

    public static ApiResponse Refused(int status, string code, string message, object? detail = null, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (detail is not null)
        {
            error["detail"] = JsonSerializer.SerializeToNode(detail);
        }

        return new ApiResponse(status, [KeyValuePair.Create("Content-Type", Json), .. headers], JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errors"] = new JsonArray(error) }));
    }
}
