using System.Diagnostics.CodeAnalysis;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Benchmarks.Packages;

/// <summary>Asks a registry as npm does, over connections that stay open.</summary>
internal sealed class NpmClient : IDisposable
{
    private const int PackageSize = 10_000;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });

    public NpmClient(RegistryUnderTest registry)
    {
        _http.BaseAddress = registry.Address;
        _http.Timeout = TimeSpan.FromMinutes(5);
        _http.DefaultRequestHeaders.Authorization = registry.Token is null ? null : new AuthenticationHeaderValue("Bearer", registry.Token);
    }

    /// <returns>How many bytes came.</returns>
    public async Task<int> MetadataAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, name);
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        return await LengthAsync(request);
    }

    public async Task<int> TarballAsync(string name, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{name}/-/{name}-{version}.tgz");
        return await LengthAsync(request);
    }

    /// <returns>Whether it was taken.</returns>
    public async Task<bool> TryPublishAsync(string name, string version)
    {
        using var content = new StringContent(Document(name, version), Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(new Uri(name, UriKind.Relative), content);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode;
    }

    public async Task<IReadOnlyList<string>> VersionsAsync(string name) =>
        [.. JsonNode.Parse(await _http.GetStringAsync(new Uri(name, UriKind.Relative)))!["versions"]!.AsObject().Select(version => version.Key)];

    public void Dispose() => _http.Dispose();

    private async Task<int> LengthAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    [SuppressMessage("Security", "CA5350", Justification = "npm sends it.")]
    private string Document(string name, string version)
    {
        var tarball = Tarball(name, version);
        var file = $"{name}-{version}.tgz";
        var manifest = new JsonObject
        {
            ["name"] = name, ["version"] = version, ["description"] = "a package", ["license"] = "MIT", ["_id"] = $"{name}@{version}",
            ["dist"] = new JsonObject
            {
                ["integrity"] = $"sha512-{Convert.ToBase64String(SHA512.HashData(tarball))}", ["shasum"] = Convert.ToHexStringLower(SHA1.HashData(tarball)), ["tarball"] = new Uri(_http.BaseAddress!, $"{name}/-/{file}").ToString(),
            },
        };
        return new JsonObject
        {
            ["_id"] = name, ["name"] = name, ["description"] = "a package", ["access"] = null,
            ["dist-tags"] = new JsonObject { ["latest"] = version },
            ["versions"] = new JsonObject { [version] = manifest },
            ["_attachments"] = new JsonObject { [file] = new JsonObject { ["content_type"] = "application/octet-stream", ["data"] = Convert.ToBase64String(tarball), ["length"] = tarball.Length } },
        }.ToJsonString();
    }

    private static byte[] Tarball(string name, string version)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"name":"{{name}}","version":"{{version}}"}""")) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/index.js") { DataStream = new MemoryStream(RandomNumberGenerator.GetBytes(PackageSize)) });
        }

        return packed.ToArray();
    }
}
