using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Packages;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Runs;

/// <summary>Has a build's clients use its repository of packages. A build that could not ask for it does not go on: its clients would take from elsewhere what they do not find.</summary>
internal sealed class PackageSetup(string buildId, Workspace workspace, RunnerPorts ports)
{
    private const string Code = "CLIENT_ERROR";

    /// <param name="values">The variables of buildspec and job.</param>
    /// <param name="isContained">Whether the commands see nothing of the machine.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Variables for the build's commands; none for a build without a repository.</returns>
    /// <exception cref="SourceException">There is no such repository, or it cannot be asked for.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(IReadOnlyDictionary<string, string> values, bool isContained, CancellationToken cancellationToken)
    {
        if (PackageChoice.Of(values) is not { } choice || await OpenAsync(choice, cancellationToken) is not { } access)
        {
            return new Dictionary<string, string>();
        }

        ports.Log.Hide([access.Token]);
        Tell($"Packages come from and go to the repository {access}{(choice.AsOf is { } asOf ? $", as of {asOf:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "")}");
        return PackageClients.Configure(access, new PackageFolder(Path.Combine(workspace.Folders.Shared, "packages")), isContained ? new Dictionary<string, string>() : ports.Machine);
    }

    private async Task<PackageAccess?> OpenAsync(PackageChoice choice, CancellationToken cancellationToken)
    {
        if (ports.Packages is not { } service)
        {
            return choice.IsNamed ? throw new SourceException(Code, $"{PackageChoice.Variable} names {choice.Domain}/{choice.Repository}, and there is no service of packages here.") : null;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var access = await service.OpenAsync(choice, cancellationToken);
                return access is null && choice.IsNamed ? throw new SourceException(Code, $"{PackageChoice.Variable} names the repository {choice.Domain}/{choice.Repository}, which is not there.") : access;
            }
            catch (HttpRequestException e)
            {
                if (!await Patience.WaitAsync(attempt, e.Message, cancellationToken))
                {
                    throw new SourceException(Code, $"The repository of packages {choice.Domain}/{choice.Repository} cannot be asked for: {e.Message}. A build that needs none has {PackageChoice.Variable}={PackageChoice.None}.");
                }
            }
        }
    }

    private FetchPatience Patience => new(ports.Time, FetchPatience.SpreadOf(buildId), Tell, "The repository of packages cannot be asked for");

    private void Tell(string text) => ports.Log.Status(PhaseType.DownloadSource, text);
}
