using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>env</c>.</summary>
internal static class EnvSection
{
    private static readonly string[] _shells = ["bash", "/bin/bash", "sh", "/bin/sh"];
    private static readonly string[] _windows = ["powershell.exe", "cmd.exe"];

    /// <summary>With the variables of the form that version 0.1 had.</summary>
    public static BuildspecEnv Read(MappingReader root)
    {
        var old = root.OptionalMapping("environment_variables", map => Variables(map, "plaintext")) ?? new Dictionary<string, string>();
        var env = root.OptionalMapping("env", Env) ?? new BuildspecEnv();
        return env.Variables.Count > 0 ? env : env with { Variables = old };
    }

    private static BuildspecEnv Env(MappingReader env)
    {
        var read = new BuildspecEnv
        {
            Shell = Shell(env),
            Variables = Variables(env, "variables"),
            Parameters = Variables(env, "parameter-store"),
            Secrets = Variables(env, "secrets-manager"),
            Exported = Exported(env),
            GitCredentialHelper = env.OptionalBool("git-credential-helper") ?? false,
        };
        foreach (var (name, value) in read.Parameters.Where(parameter => string.IsNullOrWhiteSpace(parameter.Value)))
        {
            env.Fault("parameter-store", $"'{name}' names no parameter");
        }

        foreach (var (name, value) in read.Secrets.Where(secret => SecretReference.Read(secret.Value) is null))
        {
            env.Fault("secrets-manager", $"'{name}' is '{value}'; expected {SecretReference.Form}");
        }

        RefuseTwice(env, read);
        return read;
    }

    private static string? Shell(MappingReader env)
    {
        var shell = env.OptionalString("shell");
        if (shell is not null && !_shells.Contains(shell))
        {
            env.Fault("shell", _windows.Contains(shell) ? $"'{shell}' is a shell of Windows; bash and /bin/sh are here" : $"'{shell}' is no shell of builds; expected bash or /bin/sh");
        }

        return shell;
    }

    private static IReadOnlyList<string> Exported(MappingReader env)
    {
        var exported = env.ListOfStrings("exported-variables");
        foreach (var name in exported.Where(name => !BuildspecNames.IsVariable(name) || name.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            env.Fault("exported-variables", $"'{name}' cannot be exported; expected letters, digits and _, and no name that begins with AWS_");
        }

        return exported;
    }

    private static IReadOnlyDictionary<string, string> Variables(MappingReader map, string member)
    {
        var variables = map.MapOfStrings(member);
        BuildspecNames.CheckVariables(map, member, variables.Keys);
        return variables;
    }

    // Which of two values a variable has must not depend on the order of the sections.
    private static void RefuseTwice(MappingReader env, BuildspecEnv read)
    {
        (string Section, IEnumerable<string> Names)[] sections = [("variables", read.Variables.Keys), ("parameter-store", read.Parameters.Keys), ("secrets-manager", read.Secrets.Keys)];
        foreach (var twice in sections.SelectMany(section => section.Names.Select(name => (section.Section, Name: name))).GroupBy(entry => entry.Name).Where(group => group.Count() > 1))
        {
            env.Fault(twice.Last().Section, $"'{twice.Key}' is in {twice.First().Section} too; a variable has one value");
        }
    }
}
