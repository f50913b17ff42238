using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>A function in an appspec.</summary>
internal sealed class LambdaResource : IAppSpecResource
{
    public const string TypeName = "AWS::Lambda::Function";

    private const string Version = "a published version's number ($LATEST cannot share an alias)";

    public static LambdaResource Instance { get; } = new();

    public string Platform => LambdaPlan.Platform;

    public string Type => TypeName;

    public IReadOnlyList<string> OwnProperties { get; } = ["Alias", "TargetVersion"];

    public IReadOnlyList<string> HookEvents { get; } = [LifecycleEvents.BeforeAllowTraffic, LifecycleEvents.AfterAllowTraffic];

    public AnalysisPlatform Metrics => LambdaMetrics.Platform;

    public AppSpec Read(MappingReader properties, bool releasesVersion) => new LambdaAppSpec(
        properties.CheckedRequired("Name", LambdaForms.FunctionName(), "a function's name (letters, digits, - and _, at most 64)"),
        properties.CheckedRequired("Alias", LambdaForms.AliasName(), "an alias's name (letters, digits, - and _, not digits alone)"),
        properties.Checked("CurrentVersion", LambdaForms.VersionNumber(), Version),
        releasesVersion
            ? properties.CheckedRequired("TargetVersion", LambdaForms.VersionNumber(), "a published version's number ($LATEST cannot share an alias, and without an artifact there is nothing to publish)")
            : properties.Checked("TargetVersion", LambdaForms.VersionNumber(), Version));
}
