using Sluice.Builds.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;

namespace Sluice.Builds.Statuses;

/// <summary>Tells the host of a build's source how far the build is, where its project wants that (<c>reportBuildStatus</c>).</summary>
public sealed class ReportBuild
{
    private readonly BuildStore _builds;
    private readonly BuildHosts _hosts;
    private readonly CommitReports _reports;
    private readonly SuiteAccount _account;

    internal ReportBuild(BuildStore builds, BuildHosts hosts, CommitReports reports, SuiteAccount account) => (_builds, _hosts, _reports, _account) = (builds, hosts, reports, account);

    /// <summary>Safe to repeat, and in any order: what is told is the build as it is now.</summary>
    /// <exception cref="GitHostRefusedException">The host does not answer, or cannot now.</exception>
    public async Task RunAsync(BuildChanged happened, CancellationToken cancellationToken = default)
    {
        if (BuildIds.In(happened.Detail?.BuildArn ?? "") is not { } id || await _builds.FindAsync(id, cancellationToken) is not { } build || !IsWanted(build))
        {
            return;
        }

        await _reports.TellAsync(() => _hosts.RepositoryAsync(build.Settings.Source, cancellationToken), () => StatusAsync(id, cancellationToken), cancellationToken);
    }

    /// <summary>A pipeline's build is told of with its run, and a batch's builds are told of as none of their own.</summary>
    private static bool IsWanted(BuildRecord build) => build.IsShown() && build is { Batch: null, Action: null, Settings: { Inputs: null, Source.ReportBuildStatus: true } };

    private async Task<CommitStatus?> StatusAsync(string id, CancellationToken cancellationToken) => await _builds.FindAsync(id, cancellationToken) is { } now ? BuildCommitStatus.Of(now, _account) : null;
}
