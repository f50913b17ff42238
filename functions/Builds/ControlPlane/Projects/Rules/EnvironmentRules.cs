using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What the environment of a project must keep to.</summary>
internal static class EnvironmentRules
{
    private const string Reserved = "CODEBUILD_";

    public static void Check(RequestFaults faults, ProjectEnvironment environment)
    {
        CheckVariables(faults, "environment.environmentVariables", environment.EnvironmentVariables ?? []);
        var isLambda = environment.Type is EnvironmentType.LINUX_LAMBDA_CONTAINER or EnvironmentType.ARM_LAMBDA_CONTAINER;
        faults.RequireAt(
            isLambda == IsLambda(environment.ComputeType), "environment.computeType",
            $"{environment.ComputeType} is not a size of {environment.Type}; Lambda's sizes, BUILD_LAMBDA_…, are for Lambda's environments, and the others for the others");
        faults.RequireAt(!isLambda || environment.PrivilegedMode is not true, "environment.privilegedMode", "Lambda runs no containers within");
        faults.RequireAt(
            environment.RegistryCredential is null || environment.ImagePullCredentialsType == ImagePullCredentialsType.SERVICE_ROLE, "environment.imagePullCredentialsType",
            "a credential of the registry's own is used with SERVICE_ROLE");
        faults.RequireAt(
            environment.Certificate is not { Length: > 0 } certificate || BucketPath.Read(certificate) is { Key.Length: > 0 }, "environment.certificate", $"expected BUCKET/KEY of a PEM file, not '{environment.Certificate}'");
        faults.RequireAt(
            environment.ComputeType != ComputeType.ATTRIBUTE_BASED_COMPUTE || environment.ComputeConfiguration is not null, "environment.computeConfiguration", "ATTRIBUTE_BASED_COMPUTE says what it needs here");
    }

    /// <summary>What is wrong with variables of a project or of a request.</summary>
    public static void CheckVariables(RequestFaults faults, string place, IReadOnlyList<EnvironmentVariable> variables)
    {
        for (var index = 0; index < variables.Count; index++)
        {
            if (Fault(variables[index].Name) is { } what)
            {
                faults.At($"{place}[{index}].name", what);
            }
        }

        foreach (var twice in variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            faults.At(place, $"the name '{twice.Key}' is there {twice.Count()} times");
        }
    }

    private static string? Fault(string name) =>
        name.StartsWith(Reserved, StringComparison.Ordinal) ? $"'{name}' cannot be set: names that begin with {Reserved} are reserved"
        : name.Contains('=') || name.Contains('\0') ? $"'{name.Replace("\0", "\\0", StringComparison.Ordinal)}' is no name of a variable"
        : null;

    private static bool IsLambda(ComputeType compute) => compute
        is ComputeType.BUILD_LAMBDA_1GB or ComputeType.BUILD_LAMBDA_2GB or ComputeType.BUILD_LAMBDA_4GB or ComputeType.BUILD_LAMBDA_8GB or ComputeType.BUILD_LAMBDA_10GB;
}
