using System.IO.Compression;
using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Starting;

/// <summary>An input artifact of an action, of which single files are read.</summary>
/// <param name="Name">What the pipeline calls it.</param>
/// <param name="Manifest">What it has.</param>
public sealed record ActionArtifact(string Name, ArtifactManifest Manifest)
{
    /// <summary>CodePipeline takes 3 MB. This much is read without an effort.</summary>
    private const long MostBytes = 256L << 20;

    /// <exception cref="InvalidDocumentException">The action has no such input, or it is no artifact.</exception>
    /// <exception cref="ObjectNotFoundException">It is gone.</exception>
    public static async Task<ActionArtifact> ReadAsync(IObjectStore objects, ActionRequest request, string name, CancellationToken cancellationToken)
    {
        if (!request.InputArtifacts.TryGetValue(name, out var source))
        {
            throw Refused(name, $"is no input artifact of the action, which has {string.Join(", ", request.InputArtifacts.Keys)}");
        }

        await using var stream = await objects.OpenAsync(source, cancellationToken);
        return new ActionArtifact(name, await JsonSerializer.DeserializeAsync<ArtifactManifest>(stream, SluiceJson.Options, cancellationToken) ?? throw Refused(name, "the artifact's manifest is empty"));
    }

    /// <summary>The content of the first of these files that there is, of which one byte more than the largest allowed document is read, so that its reader can refuse it.</summary>
    /// <exception cref="InvalidDocumentException">There is none, or no zip that can be read.</exception>
    /// <exception cref="ObjectNotFoundException">The zip is gone.</exception>
    public async Task<(string Path, byte[] Content)> ReadAsync(IObjectStore objects, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (Manifest.Zip is not { } zip)
        {
            throw Refused(Name, $"is a commit without a zip, so that {string.Join(" or ", paths)} cannot be read; its source says CODEBUILD_CLONE_REF, which builds alone can take");
        }

        if (zip.Size > MostBytes)
        {
            throw Refused(Name, $"has {zip.Size} bytes; expected at most {MostBytes}: hand on what is deployed in an artifact of its own");
        }

        try
        {
            await using var stream = await objects.OpenAsync(zip.Location, cancellationToken);
            await using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var found = paths.Select(archive.GetEntry).OfType<ZipArchiveEntry>().FirstOrDefault() ?? throw Refused(Name, $"has no {string.Join(" and no ", paths)}");
            await using var content = await found.OpenAsync(cancellationToken);
            var buffer = new byte[DocumentLimits.Bytes + 1];
            return (found.FullName, buffer[..await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)]);
        }
        catch (InvalidDataException e)
        {
            throw Refused(Name, $"is no zip that can be read ({e.Message})");
        }
    }

    private static InvalidDocumentException Refused(string name, string why) => new([new Fault("action", 0, $"inputArtifacts.{name}", why)]);
}
