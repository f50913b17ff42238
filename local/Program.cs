using System.Collections;
using System.CommandLine;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Commands;
using Sluice.Local.Commands.Demos;
using Sluice.Local.Commands.Keys;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Serving;

FileCreationMask.Narrow();
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
var root = new RootCommand("Sluice on one machine: pipelines, builds and deployments with weighted traffic and rollback.")
{
    DemoCommand.Create(environment),
    ReleaseCommand.Create(environment),
    ServeCommand.Create(environment),
    KeysCommand.Create(),
    MachineCommand.Create(options => new MachineCloud(options.Data ?? CommonOptions.DefaultData, environment)),
};
return await CommandLine.RunAsync(root, args);
