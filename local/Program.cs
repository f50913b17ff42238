using System.Collections;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Commands;

FileCreationMask.Narrow();
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
return await CommandLine.RunAsync(AllCommands.Create(environment), args);
