using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>The properties of a function.</summary>
internal static class LambdaResource
{
    public const string Type = "AWS::Lambda::Function";

    private const string Version = "a published version's number ($LATEST cannot share an alias)";

    public static AppSpec Read(MappingReader properties, bool releasesVersion) => new LambdaAppSpec(
        properties.CheckedRequired("Name", AppSpecForms.FunctionName(), "a function's name (letters, digits, - and _, at most 64)"),
        properties.CheckedRequired("Alias", AppSpecForms.AliasName(), "an alias's name (letters, digits, - and _, not digits alone)"),
        properties.Checked("CurrentVersion", AppSpecForms.VersionNumber(), Version),
        releasesVersion
            ? properties.CheckedRequired("TargetVersion", AppSpecForms.VersionNumber(), "a published version's number ($LATEST cannot share an alias, and without an artifact there is nothing to publish)")
            : properties.Checked("TargetVersion", AppSpecForms.VersionNumber(), Version));
}
