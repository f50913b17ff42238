using System.CommandLine;
using Sluice.Platform.Access;

namespace Sluice.Local.Commands.Keys;

/// <summary><c>keys</c>: issues, lists and revokes the keys of the API. It works beside a suite that runs, which sees the change at once.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Issue, list and revoke the keys that sign requests to the API") { Issue(), List(), Revoke() };

    private static Command Issue()
    {
        var role = new Option<string>("--role") { Description = string.Join(", ", Roles.All), HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var name = new Option<string>("--name") { Description = "Who or what is to hold it", HelpName = "NAME", DefaultValueFactory = _ => "" }.Checks(CheckName);
        var data = CommonOptions.Data();
        var command = new Command("issue", "Issue a key and print it with its secret, as an AWS shared credentials file") { role, name, data };
        command.SetAction((parsed, stop) => KeysConsole.RunAsync(
            parsed.GetRequiredValue(data), keys => keys.IssueAsync(parsed.GetRequiredValue(role), parsed.GetValue(name) ?? "", stop)));
        return command;
    }

    private static void CheckName(string name)
    {
        if (AccessKeys.NameFault(name) is { } fault)
        {
            throw new UsageException($"--name: {fault}");
        }
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "List the keys, without their secrets") { data };
        command.SetAction((parsed, stop) => KeysConsole.RunAsync(parsed.GetRequiredValue(data), keys => keys.ListAsync(stop)));
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The access key's id" };
        var data = CommonOptions.Data();
        var command = new Command("revoke", "Have a key refused from now on") { id, data };
        command.SetAction((parsed, stop) => KeysConsole.RunAsync(parsed.GetRequiredValue(data), keys => keys.RevokeAsync(parsed.GetRequiredValue(id), stop)));
        return command;
    }
}
