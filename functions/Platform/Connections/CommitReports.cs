using Microsoft.Extensions.Logging;

namespace Sluice.Platform.Connections;

/// <summary>Tells git hosts how far what is made of a commit is. Nothing that a host answers is of harm to what is made; what may pass is thrown, so that it is told again.</summary>
public sealed class CommitReports(GitHostApi hosts, ILogger<CommitReports> log)
{
    /// <summary>It may have gone on while its host was told; more often than this nobody waits for.</summary>
    private const int MostTold = 3;

    /// <summary>Tells it, and again if it is another when it is told: what is told last is what is.</summary>
    /// <param name="repository">Where the commit is, and who asks there.</param>
    /// <param name="status">How far it is now; null if there is nothing to tell.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GitHostRefusedException">The host does not answer, or cannot now.</exception>
    public async Task TellAsync(Func<Task<GitHostRepository>> repository, Func<Task<CommitStatus?>> status, CancellationToken cancellationToken = default)
    {
        var told = (CommitStatus?)null;
        try
        {
            var at = await repository();
            for (var times = 0; times < MostTold && await status() is { } now && now != told; times++)
            {
                await hosts.ReportAsync(at, now, cancellationToken);
                told = now;
            }
        }
        catch (Exception e) when (e is ConnectionUnavailableException or GitHostRefusedException { MayPass: false })
        {
            log.LogWarning("A commit's status cannot be told: {Reason}", e.Message);
        }
    }
}
