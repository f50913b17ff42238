using System.CommandLine;
using Sluice.Local.Commands.Builds;
using Sluice.Local.Commands.Connecting;
using Sluice.Local.Commands.Demos;
using Sluice.Local.Commands.Keys;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Serving;
using Sluice.Local.Commands.Starting;

namespace Sluice.Local.Commands;

/// <summary>The command line.</summary>
internal static class AllCommands
{
    /// <param name="environment">This process's environment variables.</param>
    public static RootCommand Create(IReadOnlyDictionary<string, string> environment) =>
        new("Sluice on one machine: pipelines, builds and deployments with weighted traffic and rollback.")
        {
            DemoCommand.Create(environment),
            ReleaseCommand.Create(environment),
            ServeCommand.Create(environment),
            StartCommand.Create(),
            BuildCommand.Create(environment),
            KeysCommand.Create(),
            ConnectCommand.Create(environment),
            MachineCommand.Create(options => new MachineCloud(options.Data ?? CommonOptions.DefaultData, environment)),
        };
}
