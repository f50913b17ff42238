using System.Globalization;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>A function's environment: what every program is given, what Lambda gives, and what the user set.</summary>
internal sealed record FunctionEnvironment(ProgramEnvironment Programs)
{
    /// <summary>Files that its process has to itself, named by <paramref name="id"/>.</summary>
    public FunctionPlace Place(LaunchSpec launch, string id, Isolation isolation) =>
        FunctionPlace.Create(Path.Combine(Programs.ScratchFolder, id), launch.Folder, launch.Plan.Assembly is null ? null : Path.GetDirectoryName(Dotnet()), isolation);

    public ProcessSpec Spec(LaunchSpec launch, FunctionPlace place, string runtimeApi, string streamId)
    {
        var variables = Programs.Variables();
        variables["HOME"] = variables["TMPDIR"] = place.Temporary;
        Lambda(variables, launch, place, runtimeApi, streamId);

        // Definitions of before the reserved names were refused may still have some.
        foreach (var (name, value) in launch.Version.Configuration.Environment.Where(variable => !ReservedVariables.Contains(variable.Key)))
        {
            variables[name] = value;
        }

        var program = launch.Plan.Assembly is { } assembly
            ? new ProcessSpec(Dotnet(), [Path.Combine(place.Code, assembly)], place.Code, variables)
            : new ProcessSpec(Path.Combine(place.Code, Packages.LaunchPlan.Bootstrap), [], place.Code, variables);
        return program with { Files = place.Files };
    }

    private static void Lambda(Dictionary<string, string> variables, LaunchSpec launch, FunctionPlace place, string runtimeApi, string streamId)
    {
        var configuration = launch.Version.Configuration;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = launch.FunctionName;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = launch.Version.Version;
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = configuration.MemorySize.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{launch.FunctionName}";
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = $"[{launch.Version.Version}]{streamId}";
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{configuration.Runtime}";
        variables["LAMBDA_TASK_ROOT"] = place.Code;
        variables["LAMBDA_RUNTIME_DIR"] = place.Code;
        variables["_HANDLER"] = configuration.Handler ?? "";
    }

    private string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var folders = new[] { Programs.Host.GetValueOrDefault("DOTNET_ROOT") ?? "" }
            .Concat((Programs.Host.GetValueOrDefault("PATH") ?? "").Split(Path.PathSeparator));
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new IOException("No dotnet was found on PATH or in DOTNET_ROOT.");
    }
}
