using System.CommandLine;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Ids;

namespace Sluice.Local.Commands.Builds;

/// <summary><c>build</c>: runs the buildspec of a folder as it is on disk, with no other set-up. Exit codes: 0 it succeeded; 1 it failed; 2 wrong usage; 130 it was interrupted.</summary>
internal static class BuildCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var source = new Option<string>("--source") { Description = "the folder to build, as it is, with what is not committed", HelpName = "DIR", DefaultValueFactory = _ => "." }.Checks(CheckSource);
        var buildspec = new Option<string?>("--buildspec") { Description = "the buildspec's path in it", HelpName = "FILE" };
        var variables = new Option<string[]>("--env") { Description = "a variable for the commands, which beats the buildspec's; may be given several times", HelpName = "NAME=VALUE" }.Checks(given => _ = Variable(given));
        var artifacts = new Option<string?>("--artifacts") { Description = "where to put what the build hands on", HelpName = "DIR" }.Checks(given => CommonOptions.CheckFolder("--artifacts", given));
        var cache = new Option<string?>("--cache") { Description = "where to keep the buildspec's cache from build to build", HelpName = "DIR" }.Checks(given => CommonOptions.CheckFolder("--cache", given));
        var image = new Option<string?>("--image") { Description = "run the commands in a container of this image, by docker or podman", HelpName = "IMAGE" };
        var like = new Option<string?>("--like") { Description = "make this build once more: its commit, buildspec, variables and image, asked of CodeBuild's API by the usual settings of AWS", HelpName = "BUILD_ID" };
        var json = new Option<bool>("--json") { Description = "write the result as JSON to standard output, and the log to standard error" };
        var command = new Command("build", "Run the buildspec of a folder, as CodeBuild would") { source, buildspec, variables, artifacts, cache, image, like, json };
        command.SetAction(async (parsed, stop) =>
        {
            var options = new FolderBuildOptions(
                Path.GetFullPath(parsed.GetRequiredValue(source)), parsed.GetValue(buildspec), [.. (parsed.GetValue(variables) ?? []).Select(Variable)], parsed.GetValue(artifacts), parsed.GetValue(cache), parsed.GetValue(image), parsed.GetValue(json));
            await using var log = options.Json ? Console.OpenStandardError() : Console.OpenStandardOutput();
            if (parsed.GetValue(like) is not { } id)
            {
                return await new FolderBuild(FolderJob.Of(options, environment, new RandomIds()), options, environment, log, Console.Out).RunAsync(stop);
            }

            using var http = new HttpClient();
            var service = new BuildService(environment, http, TimeProvider.System);
            var job = LikeJob.Of(await service.GetAsync(id, stop), options, parsed.GetResult(source) is { Implicit: false } ? options.Source : null);
            return await new FolderBuild(job, options, service.Environment, log, Console.Out).RunAsync(stop);
        });
        return command;
    }

    /// <exception cref="UsageException">It is none.</exception>
    internal static JobVariable Variable(string given)
    {
        var parts = given.Split('=', 2);
        var isName = parts[0].Length > 0 && !char.IsAsciiDigit(parts[0][0]) && parts[0].All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        return parts.Length < 2 || !isName ? throw new UsageException($"--env '{Shown(given)}': expected NAME=VALUE, the name of letters, digits and _.")
            : parts[0].StartsWith("CODEBUILD_", StringComparison.Ordinal) ? throw new UsageException($"--env {parts[0]}: names that begin with CODEBUILD_ are reserved.")
            : new JobVariable(parts[0], parts[1]);
    }

    private static void CheckSource(string given)
    {
        if (!Directory.Exists(given))
        {
            throw new UsageException($"--source {given}: there is no such folder.");
        }
    }

    // The value may be a secret.
    private static string Shown(string given) => given.Contains('=') ? given.Split('=')[0] + "=…" : given;
}
