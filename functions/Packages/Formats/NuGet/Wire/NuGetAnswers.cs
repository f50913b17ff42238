using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Packages.Formats.NuGet.Wire;

/// <summary>Answers as clients of NuGet read them.</summary>
internal static class NuGetAnswers
{
    /// <summary>The one header whose text clients show.</summary>
    private const string Shown = "X-NuGet-Warning";

    private const string Xml = "application/xml";
    private const string Markdown = "text/markdown; charset=utf-8";

    public static ApiResponse Json(JsonNode document) => FormatAnswers.Of(200, FormatAnswers.Json, Encoding.UTF8.GetBytes(document.ToJsonString(SluiceJson.Options)));

    public static ApiResponse Nuspec(byte[] content) => FormatAnswers.Of(200, Xml, content);

    public static ApiResponse Readme(byte[] content) => FormatAnswers.Of(200, Markdown, content);

    /// <summary>Without a hash it is still on its way.</summary>
    public static ApiResponse File((Stream Content, string? Sha256) file) => file.Sha256 is { } known
        ? FormatAnswers.File(file.Content, FormatAnswers.Bytes, known)
        : new ApiResponse(200, [KeyValuePair.Create("Content-Type", FormatAnswers.Bytes)], default) { Content = file.Content };

    public static ApiResponse Done(int status) => new(status, [], default);

    /// <summary>Clients show that header of what is pushed, and of what they begin with the line of the status alone.</summary>
    public static ApiResponse Refused(int status, string message) =>
        FormatAnswers.Of(status, "application/problem+json", Encoding.UTF8.GetBytes(new JsonObject { ["title"] = message, ["status"] = status }.ToJsonString(SluiceJson.Options)), KeyValuePair.Create(Shown, FormatAnswers.OneLine(message)))
            with { Reason = FormatAnswers.OneLine(message) };
}
