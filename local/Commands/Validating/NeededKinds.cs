namespace Sluice.Local.Commands.Validating;

/// <summary>What is needed, in words.</summary>
internal static class NeededKinds
{
    public static string Text(this NeededKind kind) => kind switch
    {
        NeededKind.Project => "CodeBuild project",
        NeededKind.Group => "deployment group",
        NeededKind.Function => "Lambda function",
        _ => "pipeline",
    };
}
