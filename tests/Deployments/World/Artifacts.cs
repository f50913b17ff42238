using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Tests.World;

internal static class Artifacts
{
    // The same files are the same archive whenever they are packed: by the clock they would differ every two seconds.
    private static readonly DateTimeOffset _packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Zip(params (string Name, string Content, int Mode)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, mode) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = mode << 16;
                entry.LastWriteTime = _packed;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Package(string content) => Zip(("bootstrap", content, 0b111_101_101));

    public static ArtifactZip Store(MemoryObjects objects, string key, byte[] zip) => new(objects.Add(key, zip), new string('0', 64), zip.Length);

    public static ObjectRef Manifest(
        MemoryObjects objects, ArtifactZip? primary, Dictionary<string, ArtifactZip>? secondary = null, params (string Name, string Content)[] documents)
    {
        var manifest = new ArtifactManifest(
            "https://example.com/repository.git",
            new string('a', 40),
            primary,
            secondary ?? [],
            documents.ToDictionary(document => document.Name, document => objects.Add($"documents/{document.Name}", Encoding.UTF8.GetBytes(document.Content))));
        return objects.Add($"manifests/{Guid.NewGuid():N}", JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options));
    }
}
