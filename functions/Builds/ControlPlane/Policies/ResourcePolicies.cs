using System.Text.Json.Nodes;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Policies;

/// <summary>
/// Policies of projects and report groups, under their ids, so that one that is made anew has none. They are kept and told, and nothing is decided by them: other accounts cannot call this suite, and who may do what in it is in its keys' roles.
/// </summary>
public sealed class ResourcePolicies(ITable table, ProjectStore projects, ReportGroupStore groups, SuiteAccount account)
{
    private const string Member = "policy";

    /// <exception cref="ApiException">There is no such resource.</exception>
    internal async Task PutAsync(string arn, string policy, CancellationToken cancellationToken) =>
        await table.PutAsync(new PutItem(await KeyAsync(arn, cancellationToken) ?? throw NoResource(arn), new JsonObject { [Member] = policy }), cancellationToken);

    /// <exception cref="ApiException">There is no such resource, or it has no policy.</exception>
    internal async Task<string> GetAsync(string arn, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(arn, cancellationToken) ?? throw NoResource(arn);
        return (await table.GetAsync(key, cancellationToken))?.Attributes[Member]!.GetValue<string>() ?? throw new ApiException(InvalidInput.NotFound, $"{arn} has no policy.");
    }

    /// <summary>What is not there is no error.</summary>
    internal async Task DeleteAsync(string arn, CancellationToken cancellationToken)
    {
        if (await KeyAsync(arn, cancellationToken) is { } key)
        {
            await table.DeleteAsync(new DeleteItem(key), cancellationToken);
        }
    }

    private async Task<Key?> KeyAsync(string arn, CancellationToken cancellationToken)
    {
        var id = BuildArns.Projects.Find(arn, account) is { } project ? (await projects.FindAsync(project, cancellationToken))?.ProjectId
            : BuildArns.ReportGroups.Find(arn, account) is { } group ? (await groups.FindAsync(group, cancellationToken))?.GroupId
            : throw InvalidInput.Of($"'{arn}' names neither a project nor a report group here; expected {BuildArns.Projects.Of("NAME", account)} or {BuildArns.ReportGroups.Of("NAME", account)}.");
        return id is null ? null : new Key($"BUILDPOLICY#{id}", "POLICY");
    }

    private static ApiException NoResource(string arn) => new(InvalidInput.NotFound, $"There is no {arn}.");
}
