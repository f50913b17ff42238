using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Cargo.Manifests;
using Sluice.Packages.Formats.Cargo.Names;

namespace Sluice.Packages.Formats.Cargo.Index;

/// <summary>The line of a version in the index.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Version">As it is written.</param>
/// <param name="Checksum">The SHA-256 of its <c>.crate</c>.</param>
/// <param name="IsYanked">Whether only who has it in a lock file takes it.</param>
/// <param name="Json">The whole line.</param>
internal sealed record IndexLine(string Name, string Version, string Checksum, bool IsYanked, JsonObject Json)
{
    private const int DigitsOfChecksum = 64;
    private const string Yanked = "yanked";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The line; null if it is none.</summary>
    public static IndexLine? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            // Texts are read when they are asked for: one that is none must not be found later.
            return JsonNode.Parse(text, documentOptions: Options) is JsonObject json && Of(json) is { } line && line.ToBytes(line.IsYanked).Length > 0 && line.Dependencies.Count >= 0 ? line : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IndexLine? Of(JsonObject json) =>
        Text(json["name"]) is { } name && CrateName.IsValid(name)
        && Text(json["vers"]) is { } version && CrateVersion.IsValid(version)
        && Text(json["cksum"]) is { Length: DigitsOfChecksum } checksum && checksum.All(char.IsAsciiHexDigit)
            ? new IndexLine(name, version, checksum.ToLowerInvariant(), json[Yanked] is JsonValue yanked && yanked.TryGetValue<bool>(out var flag) && flag, json)
            : null;

    /// <summary>When it was published; null if that is not told, as older lines do not.</summary>
    public DateTimeOffset? PublishedAt =>
        DateTimeOffset.TryParse(Text(Json["pubtime"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>What it needs, as far as that can be read.</summary>
    public IReadOnlyList<CrateDependency> Dependencies =>
    [
        .. from dependency in (Json["deps"] as JsonArray ?? []).OfType<JsonObject>()
           let name = Text(dependency["name"])
           where name is not null
           select new CrateDependency(name, Text(dependency["package"]) ?? name, Text(dependency["req"]) ?? "*", Text(dependency["kind"]) ?? CrateDependency.Normal),
    ];

    /// <summary>As it is told.</summary>
    public byte[] ToBytes(bool yanked)
    {
        var json = (JsonObject)Json.DeepClone();
        json[Yanked] = yanked;
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
