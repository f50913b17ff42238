using System.Globalization;
using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Live;

namespace Sluice.Local.Commands.Seeing;

/// <summary>How a deployment's traffic is divided.</summary>
internal static class Split
{
    private const decimal All = 100;

    /// <summary>Whose traffic it is.</summary>
    public static string Subject(DeploymentTarget target) =>
        target.LambdaTarget?.LambdaFunctionInfo is { } function ? $"{function.FunctionName}:{function.FunctionAlias}" : target.EcsTarget?.TargetId ?? target.InstanceTarget?.TargetId ?? "";

    /// <summary>Who gets which part; nothing where it is not divided.</summary>
    public static IReadOnlyList<LiveShare> Of(DeploymentTarget target)
    {
        if (target.LambdaTarget?.LambdaFunctionInfo is { TargetVersion: { } version, TargetVersionWeight: { } weight } function)
        {
            var part = (decimal)weight / All;
            return function.CurrentVersion is { } current && current != version ? [new LiveShare($"version {current}", 1 - part), new LiveShare($"version {version}", part)] : [new LiveShare($"version {version}", 1)];
        }

        return [.. (target.EcsTarget?.TaskSetsInfo ?? []).Select(set => new LiveShare(set.TaskSetLabel?.ToString() ?? set.Identifer ?? "", (decimal)(set.TrafficWeight ?? 0) / All))];
    }

    /// <summary>E.g. <c>version 1 90 %, version 2 10 %</c>.</summary>
    public static string Text(DeploymentTarget target) => string.Join(", ", Of(target).Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Name} {share.Part * All:0.##} %")));
}
