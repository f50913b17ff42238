using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>What the program's variables say. What to build says the job.</summary>
/// <param name="Objects"><c>file:</c> and a folder, or <c>s3:</c>.</param>
/// <param name="Job">Where the job is.</param>
/// <param name="WorkspaceParent">Where the build's folder is made.</param>
/// <param name="CacheFolder">Where caches of the machine are kept.</param>
/// <param name="Api">Who wants to hear how far the build is; null for nobody.</param>
/// <param name="Packages">Who keeps packages, with a slash at its end; null for nobody.</param>
internal sealed record RunnerSettings(string Objects, ObjectRef Job, string WorkspaceParent, string CacheFolder, Uri? Api, Uri? Packages);
