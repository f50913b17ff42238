using System.Text.Json;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Configuration;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>Reads the document that says what to build.</summary>
internal static class JobReader
{
    internal const int LongestTimeoutSeconds = 36 * 60 * 60;

    /// <exception cref="ObjectNotFoundException">It is not there: the build is over.</exception>
    /// <exception cref="InvalidConfigurationException">It holds something else. Why is not told in its words, which may be secret.</exception>
    public static async Task<BuildJob> ReadAsync(IObjectStore objects, ObjectRef source, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(source, cancellationToken);
        var faults = new List<string>();
        try
        {
            var job = await JsonSerializer.DeserializeAsync<BuildJob>(content, SluiceJson.Options, cancellationToken);
            faults = job is null ? ["is null"] : [.. Faults(job)];
            return faults.Count == 0 ? job! : throw Invalid(source, faults);
        }
        catch (JsonException e)
        {
            throw Invalid(source, [e.Path is { Length: > 1 } path ? $"has no valid {path}" : "is no job"]);
        }
    }

    private static IEnumerable<string> Faults(BuildJob job)
    {
        if (!(job.BuildId ?? "").Contains(':'))
        {
            yield return "has no buildId in the form project:uuid";
        }

        if (job.TimeoutSeconds is < 1 or > LongestTimeoutSeconds)
        {
            yield return $"has a timeoutSeconds of {job.TimeoutSeconds}; expected 1 to {LongestTimeoutSeconds}";
        }

        foreach (var source in job.SecondarySources.Where(source => source.Identifier is null))
        {
            yield return $"has a secondary source ({source.Kind}) without an identifier";
        }

        foreach (var source in job.SecondarySources.Prepend(job.Source).Where(IsIncomplete))
        {
            yield return $"has a source of kind {source.Kind} that does not say where it is";
        }
    }

    private static bool IsIncomplete(JobSource source) => source.Kind switch
    {
        JobSourceKind.None => false,
        JobSourceKind.Git or JobSourceKind.Folder => string.IsNullOrEmpty(source.Repository) || source.Repository.StartsWith('-'),
        _ => source.Object is null,
    };

    private static InvalidConfigurationException Invalid(ObjectRef source, IEnumerable<string> faults) =>
        new([.. faults.Select(fault => $"{source.Key} {fault}")]);
}
