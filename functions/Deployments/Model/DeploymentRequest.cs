namespace Sluice.Deployments.Model;

/// <summary>What <c>CreateDeployment</c> was asked for, with what it resolved to then: names may change later, ids do not.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="ApplicationName">Its name then.</param>
/// <param name="DeploymentGroupId">The group.</param>
/// <param name="DeploymentGroupName">Its name then.</param>
/// <param name="ComputePlatform">The application's.</param>
/// <param name="DeploymentConfigName">The request's, the group's or the platform's.</param>
/// <param name="Revision">What is deployed, without its text; null for a rollback to a state that no revision describes.</param>
/// <param name="Creator"><c>user</c> or <c>codeDeployRollback</c>.</param>
public sealed record DeploymentRequest(
    string ApplicationId,
    string ApplicationName,
    string DeploymentGroupId,
    string DeploymentGroupName,
    ComputePlatform ComputePlatform,
    string DeploymentConfigName,
    RevisionLocation? Revision,
    string Creator)
{
    /// <summary>The creator of what someone asked for.</summary>
    public const string User = "user";

    /// <summary>The creator of what a rollback is recorded as.</summary>
    public const string Rollback = "codeDeployRollback";

    /// <summary>The group's revision when this deployment began: what a rollback goes back to.</summary>
    public RevisionLocation? PreviousRevision { get; init; }

    /// <summary>What else was given.</summary>
    public RequestOptions Options { get; init; } = new();

    /// <summary>What the group said then.</summary>
    public GroupTerms Group { get; init; } = new();
}
