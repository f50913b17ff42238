using System.Text.Json;
using System.Text.RegularExpressions;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Starting;

/// <summary>Makes a build's sources of an action's input artifacts: the zip that another action made, or else the commit.</summary>
internal sealed partial class ActionInputs(IObjectStore objects)
{
    /// <summary>All that is wrong with their names: each is part of a folder's name, and of a variable's.</summary>
    public static void Check(IReadOnlyList<string> names, ActionFaults faults)
    {
        foreach (var name in names.Where(name => !ValidName().IsMatch(name)))
        {
            faults.Add("inputArtifacts", $"'{name}' is no artifact's name; expected 1 to 100 letters, digits, - and _");
        }

        foreach (var same in names.Skip(1).GroupBy(name => name.Replace('-', '_'), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            faults.Add("inputArtifacts", $"{string.Join(" and ", same)} would have one variable, CODEBUILD_SRC_DIR_{same.Key}; expected names that differ by more than - and _");
        }
    }

    /// <summary>Faults are noted; then the result is of no use.</summary>
    /// <param name="request">The action.</param>
    /// <param name="names">Its inputs, the primary first; without any there is no source.</param>
    /// <param name="faults">Where what is wrong is noted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<BuildInputs> ReadAsync(ActionRequest request, IReadOnlyList<string> names, ActionFaults faults, CancellationToken cancellationToken)
    {
        var sources = new List<JobSource>();
        foreach (var name in names)
        {
            sources.Add(await ReadAsync(name, request.InputArtifacts[name], faults, cancellationToken));
        }

        return new BuildInputs(
            sources.Count > 0 ? sources[0] with { Identifier = null } : new JobSource { Kind = JobSourceKind.None }, [.. sources.Skip(1)]);
    }

    private async Task<JobSource> ReadAsync(string name, ObjectRef artifact, ActionFaults faults, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await objects.OpenAsync(artifact, cancellationToken);
            if (await JsonSerializer.DeserializeAsync<ArtifactManifest>(content, SluiceJson.Options, cancellationToken) is { } manifest && Of(name, manifest) is { } source)
            {
                return source;
            }

            faults.Add($"inputArtifacts.{name}", $"the artifact {artifact} has neither a zip nor a commit");
        }
        catch (ObjectNotFoundException e)
        {
            faults.Add($"inputArtifacts.{name}", e.Message);
        }
        catch (JsonException e)
        {
            faults.Add($"inputArtifacts.{name}", $"the artifact {artifact} cannot be read: {e.Message}");
        }

        return new JobSource { Kind = JobSourceKind.None };
    }

    private static JobSource? Of(string name, ArtifactManifest manifest)
    {
        var source = new JobSource { Kind = JobSourceKind.Git, Identifier = name, Repository = Text(manifest.Repository), Version = Text(manifest.CommitId) };
        return manifest.Primary is { } zip ? source with { Kind = JobSourceKind.Archive, Object = zip.Location }
            : source.Repository is not null ? source with { ConnectionArn = manifest.ConnectionArn }
            : null;
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,100}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ValidName();
}
