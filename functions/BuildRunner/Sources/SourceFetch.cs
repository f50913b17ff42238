using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Sources;

/// <summary>Fetches a source of whatever kind.</summary>
/// <param name="processes">For git.</param>
/// <param name="machine">Git's environment.</param>
/// <param name="objects">The suite's own objects.</param>
/// <param name="buckets">Users' objects.</param>
/// <param name="credentials">For git's credentials.</param>
/// <param name="patience">How long a server is waited for.</param>
internal sealed class SourceFetch(
    IProcesses processes, IReadOnlyDictionary<string, string> machine, IObjectStore objects, IUserBuckets buckets, GitCredentialFiles credentials, FetchPatience patience)
{
    /// <param name="source">What is wanted.</param>
    /// <param name="folder">Empty.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SourceException">It cannot be had.</exception>
    public async Task<FetchedSource> FetchAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        if (source.Fault is { } fault)
        {
            throw new SourceException(PhaseFault.SourceError, fault);
        }

        var version = source.Kind switch
        {
            JobSourceKind.Git => await new GitSource(processes, GitEnvironment.Of(machine, source, credentials.Write(source)), patience).FetchAsync(source, folder, cancellationToken),
            JobSourceKind.Folder => await new FolderSource(processes, GitEnvironment.Of(machine, source, new Dictionary<string, string>())).CopyAsync(source.Repository!, folder, cancellationToken),
            JobSourceKind.S3 => await new BucketSource(buckets).FetchAsync(source, folder, cancellationToken),
            JobSourceKind.Archive => await UnpackAsync(source, folder, cancellationToken),
            _ => null,
        };
        return new FetchedSource(source.Identifier, folder, UrlOf(source), source.Version, version);
    }

    /// <returns>What the pipeline says that the archive was made of.</returns>
    private async Task<string?> UnpackAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await objects.OpenAsync(source.Object!, cancellationToken);
            await new ArchiveSource().UnpackAsync(zip, folder, source.Object!.ToString(), cancellationToken);
            return source.Version;
        }
        catch (ObjectNotFoundException e)
        {
            throw new SourceException(PhaseFault.SourceError, e.Message);
        }
    }

    private static string? UrlOf(JobSource source) => source switch
    {
        { Kind: JobSourceKind.S3, Object: { } place } => $"{place.Bucket}/{place.Key}",
        { Repository: { } repository } => Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0 ? repository.Replace(url.UserInfo + "@", "") : repository,
        _ => null,
    };
}
