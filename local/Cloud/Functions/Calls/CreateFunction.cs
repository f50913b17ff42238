using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class CreateFunction(FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:createFunction";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        ConfigurationRules.CheckKind(input.PackageType, input.Architectures);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var version = await editor.CreateAsync(
            name, input.Code ?? new CodeShape(null, null), Configuration(input), input.Description, input.Publish ?? false, cancellationToken);
        var qualifier = version.Version == FunctionVersion.Latest ? null : version.Version;
        return AwsJson.Write(FunctionShape.Of(identity, name, version, qualifier, updating: false));
    }

    private static VersionConfiguration Configuration(Input input) => new(
        ConfigurationRules.Required(input.Runtime, "Runtime"),
        input.Handler,
        ConfigurationRules.Role(input.Role),
        ConfigurationRules.Timeout(input.Timeout ?? ConfigurationRules.DefaultTimeout),
        ConfigurationRules.MemorySize(input.MemorySize ?? ConfigurationRules.DefaultMemorySize),
        TargetArns.DeadLetters(input.DeadLetterConfig?.TargetArn),
        ConfigurationRules.Variables(input.Environment));

    private sealed record Input(
        string? FunctionName,
        CodeShape? Code,
        string? Runtime,
        string? Role,
        string? Handler,
        string? Description,
        int? Timeout,
        int? MemorySize,
        bool? Publish,
        string? PackageType,
        IReadOnlyList<string>? Architectures,
        DeadLetterShape? DeadLetterConfig,
        EnvironmentShape? Environment);
}
