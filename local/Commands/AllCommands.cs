using System.CommandLine;
using Sluice.Local.Commands.Builds;
using Sluice.Local.Commands.Completing;
using Sluice.Local.Commands.Connecting;
using Sluice.Local.Commands.Demos;
using Sluice.Local.Commands.Keys;
using Sluice.Local.Commands.Packages;
using Sluice.Local.Commands.Planning;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Seeing;
using Sluice.Local.Commands.Seeing.Logs;
using Sluice.Local.Commands.Serving;
using Sluice.Local.Commands.Starting;
using Sluice.Local.Commands.Steering;
using Sluice.Local.Commands.Validating;

namespace Sluice.Local.Commands;

/// <summary>The command line.</summary>
internal static class AllCommands
{
    /// <param name="environment">This process's environment variables.</param>
    public static RootCommand Create(IReadOnlyDictionary<string, string> environment) =>
        new("Sluice: pipelines, builds and deployments with weighted traffic and rollback, on one machine or in an account.")
        {
            DemoCommand.Create(environment),
            ReleaseCommand.Create(environment),
            ServeCommand.Create(environment),
            ListCommand.Create(environment),
            StatusCommand.Create(environment),
            HistoryCommand.Create(environment),
            LogsCommand.Create(environment),
            OpenCommand.Create(environment),
            ValidateCommand.Create(environment),
            PlanCommand.Create(environment),
            StartCommand.Create(environment),
            StopCommand.Create(environment),
            RetryCommand.Create(environment),
            ApprovalCommand.CreateApprove(environment),
            ApprovalCommand.CreateReject(environment),
            ContinueCommand.Create(environment),
            RollbackCommand.Create(environment),
            BuildCommand.Create(environment),
            PackagesCommand.Create(environment),
            KeysCommand.Create(),
            ConnectCommand.Create(environment),
            CompletionCommand.Create(),
            MachineCommand.Create(options => new MachineCloud(options.Data ?? CommonOptions.DefaultData, environment)),
        };
}
