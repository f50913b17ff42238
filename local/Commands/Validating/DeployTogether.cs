using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Platforms.Lambda.Releases;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>A deploy action beside the appspec that it goes by.</summary>
internal static class DeployTogether
{
    public static IEnumerable<Fault> Faults(DeployLink link, SuiteFacts facts)
    {
        var provider = link.Read.Action.ActionTypeId.Provider;
        return provider == DeployTypes.Lambda ? Lambda(link)
            : link.AppSpec is not { Read.Result: { } spec } appSpec ? []
            : provider == DeployTypes.CodeDeployToEcs && spec is not EcsAppSpec ? [appSpec.Fault("Resources", $"{EcsResource.TypeName} was expected: this action deploys a service")]
            : Group(link, spec.Platform, appSpec, facts);
    }

    /// <summary>The configuration of CodePipeline's provider <c>Lambda</c>, which the deployment reads and not the pipeline.</summary>
    public static IEnumerable<Fault> Settings(CheckedPipeline pipeline, string path, IReadOnlyDictionary<string, string> configuration)
    {
        try
        {
            DeploySettingsReader.Read(configuration.Where(key => !VariableReferences.Any(key.Value)).ToDictionary(StringComparer.Ordinal));
            return [];
        }
        catch (InvalidDocumentException e)
        {
            return e.Faults.Select(fault => pipeline.Fault(NodePath.Member($"{path}.configuration", fault.Path), $"{fault.Message}{Platform.Documents.NearMiss.Suggestion(fault.Path, fault.Message.StartsWith("is not known here", StringComparison.Ordinal) ? DeploySettingsReader.Keys : [])}"));
        }
    }

    private static IEnumerable<Fault> Lambda(DeployLink link)
    {
        if (link.AppSpec is not { Read.Result: { } spec } appSpec)
        {
            yield break;
        }

        if (spec is not LambdaAppSpec lambda)
        {
            yield return appSpec.Fault("Resources", $"{LambdaResource.TypeName} was expected: this action moves the traffic of a function, not of a service");
            yield break;
        }

        foreach (var (key, specified) in new[] { ("FunctionName", lambda.FunctionName), ("FunctionAlias", lambda.Alias) })
        {
            var configured = link.Read.Action.Configuration?.GetValueOrDefault(key);
            if (!VariableReferences.Any(configured ?? "") && PlanReader.Disagreement(configured, specified) is { } fault)
            {
                yield return link.Pipeline.Fault($"{link.Read.Path}.configuration.{key}", $"{fault} ({appSpec.File})");
            }
        }
    }

    private static IEnumerable<Fault> Group(DeployLink link, string platform, CheckedAppSpec appSpec, SuiteFacts facts)
    {
        var name = NeededNames.Group(link.Read.Action);
        return name is not null && facts.Find(NeededKind.Group, name) is { Platform: { } own } && !own.Equals(platform, StringComparison.OrdinalIgnoreCase)
            ? [link.Pipeline.Fault($"{link.Read.Path}.configuration.DeploymentGroupName", $"the group {name} is of {own}, and {appSpec.File} is for {platform}")]
            : [];
    }
}
