using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Screens;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Commands.Narration;

/// <summary>The deployments that an earlier process left, which go on now: who starts it again is told of them, and what they wait for.</summary>
internal static class OpenDeployments
{
    /// <summary>The newest page of them, oldest first.</summary>
    public static async Task TellAsync(IServiceProvider services, IScreen screen)
    {
        var context = new OperationContext("serve", null);
        var listed = await services.GetRequiredService<ListDeployments>().RunAsync(DeploymentListings.NotEnded, context, CancellationToken.None);
        foreach (var id in (listed.Deployments ?? []).Reverse())
        {
            var info = (await services.GetRequiredService<GetDeployment>().RunAsync(new GetDeploymentInput { DeploymentId = id }, context, CancellationToken.None)).DeploymentInfo!;
            screen.Line("Goes on", Text(info), info.Status == DeploymentStatus.Ready ? Tone.Warning : Tone.Plain);
        }
    }

    internal static string Text(DeploymentInfo info)
    {
        var says = info.DeploymentStatusMessages is { Count: > 0 } messages ? $": {string.Join("; ", messages)}" : "";
        return $"{info.ApplicationName}/{info.DeploymentGroupName}, deployment {info.DeploymentId}, {info.Status}{says}";
    }
}
