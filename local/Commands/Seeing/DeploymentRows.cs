using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary>A deployment below the action that it is made for: its split, and what there is to say of it.</summary>
internal static class DeploymentRows
{
    public static IEnumerable<IReadOnlyList<Span>> Of(SeenDeployment deployment)
    {
        var info = deployment.DeploymentInfo;
        var splits = deployment.DeploymentTargets.Select(target => $"{Split.Subject(target)}  {Split.Text(target)}");
        yield return [new($"    {info.DeploymentId}"), Statuses.Of(info.Status?.ToString()), new(""), new(string.Join("; ", splits), Tone.Strong)];
        foreach (var message in info.DeploymentStatusMessages ?? [])
        {
            yield return [new(""), new(""), new(""), new(message)];
        }
    }
}
