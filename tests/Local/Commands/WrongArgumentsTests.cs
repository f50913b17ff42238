using Sluice.Local.Commands;

namespace Sluice.Local.Tests.Commands;

/// <summary>What each command says to arguments that it cannot work with: all of it at once, before anything is started, and no secret.</summary>
public sealed class WrongArgumentsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-arguments");
    private readonly string _file;

    public WrongArgumentsTests()
    {
        _file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(_file, "");
    }

    [Theory]
    [InlineData("serve --repository . --branch=a..b", "--branch 'a..b' is no name that git allows.")]
    [InlineData("serve --repository . --branch refs/heads/main", "--branch 'refs/heads/main' is named without 'refs/heads/'.")]
    [InlineData("serve --repository https://user:hunter2@example.com/app.git", "--repository 'https://example.com/app.git' has a user or password in it")]
    [InlineData("serve --repository ssh://git@example.com/app.git", "--repository 'ssh://example.com/app.git' is an SSH address, which is read by a connection with an SSH key")]
    [InlineData("serve --repository git@example.com:app.git", "is an SSH address, which is read by a connection with an SSH key")]
    [InlineData("serve --repository ftp://example.com/app.git", "is reached by ftp, which is not built yet")]
    [InlineData("serve --repository https://", "is no URL")]
    [InlineData("serve --repository file://host/app", "names a host; a file URL is file:///path")]
    [InlineData("serve --repository nowhere", "--repository nowhere: there is no such folder")]
    [InlineData("serve --repository ''", "is empty or has control characters")]
    [InlineData("serve --branch main", "--branch main belongs behind a --repository, once.")]
    [InlineData("serve --repository . --repository ./", "is there twice; one branch of a repository is watched.")]
    [InlineData("serve --port 65536", "--port 65536: expected 0 to 65535.")]
    [InlineData("serve --port x", "Cannot parse argument 'x' for option '--port'")]
    [InlineData("serve --data FILE", "that is a file; expected a folder.")]
    [InlineData("serve --data ''", "--data '': expected the name of a folder.")]
    [InlineData("serve https://user:hunter2@example.com/app.git", "Unrecognized command or argument 'https://example.com/app.git'")]
    [InlineData("serve --repo .", "Unrecognized option '--repo'.")]
    [InlineData("serve --poll 1s", "--poll 1s: expected a time of 5s to 24h")]
    [InlineData("serve --poll soon", "--poll soon: expected a time of 5s to 24h")]
    [InlineData("serve --builds 0", "--builds 0: expected 1 to 1000.")]
    [InlineData("serve --builds many", "Cannot parse argument 'many' for option '--builds'")]
    [InlineData("release", "Option '--repository' is required.")]
    [InlineData("release --repository . --branch=a..b", "--branch 'a..b' is no name that git allows.")]
    [InlineData("release --repository https://user:hunter2@example.com/app.git", "has a user or password in it")]
    [InlineData("release --repository ssh://example.com/app.git", "is an SSH address")]
    [InlineData("release --repository . --steps 50:5s,10:5s", "the percentages do not rise")]
    [InlineData("release --repository . --alarm lots", "--alarm lots: expected a percentage over 0")]
    [InlineData("release --repository . --hook-timeout 2h", "--hook-timeout 2h: expected a time of 1s to 1h")]
    [InlineData("release --repository . --rate -1", "--rate -1: expected 0 to 1000 requests a second.")]
    [InlineData("release --repository . --rate NaN", "--rate NaN: expected 0 to 1000 requests a second.")]
    [InlineData("release --repository . --payload {", "--payload {: expected JSON")]
    [InlineData("release --repository . --data FILE", "that is a file; expected a folder.")]
    [InlineData("demo --keep FILE", "that is a file; expected a folder.")]
    [InlineData("demo --keep ''", "--keep '': expected the name of a folder.")]
    [InlineData("demo --keep FOLDER", "the folder is not empty. Name a new one.")]
    [InlineData("machine", "Required argument 'FILE' missing for command: 'machine'.")]
    [InlineData("machine a.json --data FILE", "that is a file; expected a folder.")]
    [InlineData("machine a.json --inptu {}", "Unrecognized option '--inptu'.")]
    [InlineData("keys issue --role king", "Argument 'king' not recognized.")]
    [InlineData("keys issue --role admin --name LONG", "A key's name has at most 128 characters")]
    [InlineData("keys list --data ''", "--data '': expected the name of a folder.")]
    [InlineData("start --var x", "--var 'x': expected NAME=VALUE.")]
    [InlineData("plan --var x", "--var 'x': expected NAME=VALUE.")]
    [InlineData("plan --source x=", "--source 'x=': expected ACTION=REVISION.")]
    [InlineData("plan --varr x=y", "Unrecognized option '--varr'. Did you mean '--var'?")]
    [InlineData("validate --jsno", "Unrecognized option '--jsno'. Did you mean '--json'?")]
    [InlineData("check", "There is no command 'check'. 'validate' checks pipelines, buildspecs and appspecs.")]
    [InlineData("history --actions 0123 --timeline 0123", "--actions and --timeline show two things of a run. Give one of them.")]
    [InlineData("start --source Checkout=", "--source 'Checkout=': expected ACTION=REVISION.")]
    [InlineData("list --endpoint", "Required argument missing for option: '--endpoint'.")]
    [InlineData("status --watch --json", "--watch shows what changes to people; --json prints one document.")]
    [InlineData("logs app -f --json", "--follow shows what comes to people; --json prints one document.")]
    [InlineData("logs app --since soon", "--since soon: expected a time of at most 48h")]
    [InlineData("history --limit 0", "--limit 0: expected 1 to 100.")]
    [InlineData("approve --comment LONGER", "--comment: expected at most 512 characters, and these are 513.")]
    [InlineData("completion tcsh", "Argument 'tcsh' not recognized.")]
    [InlineData("rolback app", "There is no command 'rolback'. Did you mean 'rollback'?")]
    [InlineData("start app --data FILE", "that is a file; expected a folder.")]
    [InlineData("keys revoke", "Required argument 'ID' missing for command: 'revoke'.")]
    [InlineData("relese", "There is no command 'relese'. Did you mean 'release'?")]
    [InlineData("help", "There is no command 'help'. '--help' behind a command lists its options.")]
    [InlineData("show", "There is no command 'show'. 'status' shows where a pipeline's runs are.")]
    [InlineData("version", "'--version' tells the version.")]
    [InlineData("nonsense --data x", "There is no command 'nonsense'. There are demo, release, serve, list, status, history, logs, open, validate, plan, start, stop, retry, approve, reject, continue, rollback, build, packages, keys, connect, completion, machine.")]
    [InlineData("", "Name a command: demo, release, serve, list, status, history, logs, open, validate, plan, start, stop, retry, approve, reject, continue, rollback, build, packages, keys, connect, completion, machine.")]
    [InlineData("keys lst", "There is no command 'lst'. Did you mean 'list'?")]
    [InlineData("keys", "Name a command: issue, list, revoke.")]
    [InlineData("release --repositry .", "Unrecognized option '--repositry'. Did you mean '--repository'?")]
    [InlineData("serve --branches=main", "Unrecognized option '--branches=main'. Did you mean '--branch'?")]
    public void Is_refused_in_words(string line, string expected)
    {
        var faults = Faults(line);

        faults.ShouldContain(fault => fault.Contains(expected, StringComparison.Ordinal), string.Join('\n', faults));
        string.Join('\n', faults).ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("serve --port 99999 --data FILE --repository nowhere --repository ssh://h/x --branch=a..b --branch c", 6)]
    [InlineData("release --repository nowhere --branch a..b --steps x --alarm x --hook-timeout x --rate 2000 --payload x --port 70000 --data FILE", 9)]
    [InlineData("keys issue --role king --name LONG --data FILE", 3)]
    [InlineData("release --repositry https://example.com/a.git", 1)]
    [InlineData("relese --repository .", 1)]
    public void Is_told_all_at_once(string line, int count)
    {
        var faults = Faults(line);

        faults.Count.ShouldBe(count, string.Join('\n', faults));
    }

    [Fact]
    public void What_can_be_worked_with_is_not_refused()
    {
        Faults("serve --port 0 --repository . --branch main --repository https://example.com/app.git --branch feature/x").ShouldBeEmpty();
        Faults("release --repository . --branch main --steps 10:5s --alarm none --rate 0.5 --payload {}").ShouldBeEmpty();
        Faults("demo").ShouldBeEmpty();
        Faults("keys issue --role admin").ShouldBeEmpty();
        Faults("machine - --input {}").ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private List<string> Faults(string line)
    {
        var arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument switch
        {
            "''" => "",
            "FILE" => _file,
            "FOLDER" => _folder.FullName,
            "LONG" => new string('x', 129),
            "LONGER" => new string('x', 513),
            _ => argument,
        });
        return [.. CommandLine.Faults(AllCommands.Create(new Dictionary<string, string>()).Parse([.. arguments])).Select(Secrets.Removed)];
    }
}
