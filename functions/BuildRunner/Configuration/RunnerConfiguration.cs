using Sluice.BuildContract;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>What to build and where to put it. See <see cref="RunnerVariables"/>.</summary>
internal sealed record RunnerConfiguration(
    string BuildId,
    string BuildArn,
    string BuildNumber,
    string Initiator,
    string Repository,
    string Commit,
    string Objects,
    string OutputBucket,
    string OutputPrefix,
    string WorkspaceParent,
    IReadOnlyList<EnvironmentVariable> Environment,
    TimeSpan Timeout)
{
    /// <summary>The object that holds the environment; null if that came with the variables.</summary>
    public ObjectRef? EnvironmentObject { get; init; }

    public ToolSettings Tools { get; init; } = ToolSettings.None;

    public IEnumerable<string> Secrets =>
        Environment.Where(variable => variable.Secret).Select(variable => variable.Value).Concat(UrlPassword());

    // https://user:token@host/… : the token must not show in the log.
    private IEnumerable<string> UrlPassword() =>
        Uri.TryCreate(Repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0 ? [url.UserInfo, url.UserInfo.Split(':')[^1], Uri.UnescapeDataString(url.UserInfo.Split(':')[^1])] : [];
}
