using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Images;

/// <summary>Asks for images as container clients do.</summary>
internal static class ImageWorld
{
    public const string Image = "/v2/org/main/team/app";
    public const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    public const string IndexType = "application/vnd.oci.image.index.v1+json";
    public const string ConfigType = "application/vnd.oci.image.config.v1+json";

    public static async Task<PackageWorld> NewAsync()
    {
        var world = new PackageWorld();
        await world.RepositoryAsync();
        (await world.AskAsync("GET", "/v2/")).Status.ShouldBe(200);
        return world;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    public static string? Header(this ApiResponse answer, string name) => answer.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static async Task<string> CodeAsync(this ApiResponse answer) => (string)(await PackageWorld.JsonAsync(answer))["errors"]![0]!["code"]!;

    public static async Task RefusedAsync(this Task<ApiResponse> asked, int status, string code, string? message = null)
    {
        var answer = await asked;
        var error = (await PackageWorld.JsonAsync(answer))["errors"]![0]!;
        ((string)error["code"]!).ShouldBe(code, (string)error["message"]!);
        answer.Status.ShouldBe(status);
        if (message is not null)
        {
            ((string)error["message"]!).ShouldContain(message);
        }
    }

    /// <summary>Pushes a blob as a whole.</summary>
    public static async Task<string> BlobAsync(this PackageWorld world, string content, string image = Image)
    {
        var digest = Digest(Bytes(content));
        (await world.AskAsync("POST", $"{image}/blobs/uploads/?digest={digest}", Bytes(content))).Status.ShouldBe(201);
        return digest;
    }

    public static JsonObject Descriptor(string type, string content) => Named(type, Digest(Bytes(content)), Bytes(content).Length);

    public static JsonObject Named(string type, string digest, long size) => new() { ["mediaType"] = type, ["digest"] = digest, ["size"] = size };

    /// <summary>A manifest of a config and a layer with these contents.</summary>
    public static JsonObject Manifest(string config = "{}", string layer = "layer") => new()
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = ManifestType,
        ["config"] = Descriptor(ConfigType, config),
        ["layers"] = new JsonArray(Descriptor("application/vnd.oci.image.layer.v1.tar", layer)),
    };

    public static JsonObject Index(params IEnumerable<JsonObject> manifests) => new()
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = IndexType,
        ["manifests"] = new JsonArray([.. manifests.Select(manifest => Descriptor(ManifestType, manifest.ToJsonString()))]),
    };

    public static Task<ApiResponse> PutAsync(this PackageWorld world, JsonObject manifest, string reference, string image = Image, string? type = null) =>
        world.AskAsync("PUT", $"{image}/manifests/{reference}", Bytes(manifest.ToJsonString()), ("Content-Type", type ?? (string)manifest["mediaType"]!));

    /// <summary>Pushes an image: its blobs, then its manifest.</summary>
    public static async Task<string> PushAsync(this PackageWorld world, string tag, string layer = "layer", string image = Image)
    {
        await world.BlobAsync("{}", image);
        await world.BlobAsync(layer, image);
        var pushed = await world.PutAsync(Manifest(layer: layer), tag, image);
        pushed.Status.ShouldBe(201);
        return pushed.Header("Docker-Content-Digest")!;
    }
}
