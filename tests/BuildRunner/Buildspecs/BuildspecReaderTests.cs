using System.Text;
using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Tests.Buildspecs;

public sealed class BuildspecReaderTests
{
    [Fact]
    public void Reads_the_whole_document()
    {
        var spec = Read("""
            version: 0.2
            run-as: builder
            env:
              shell: bash
              variables: {A: 1, B: "two"}
              parameter-store: {DB: /shop/db}
              secrets-manager: {KEY: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf:key"}
              exported-variables: [A]
              git-credential-helper: yes
            proxy: {logs: yes, upload-artifacts: no}
            batch: {build-list: [{identifier: one}]}
            phases:
              install:
                runtime-versions: {dotnet: 10, nodejs: 18.x, java: corretto17, golang: latest}
              build:
                on-failure: RETRY-2-.*timed out
                run-as: root
                commands:
                  - make
                  - |
                    if true; then
                      echo "a: b"
                    fi
                finally: [echo done]
            reports: {tests: {files: ['**/*.xml']}}
            artifacts:
              files: ['**/*']
              name: shop-$(date +%F)
              s3-prefix: builds
              base-directory: 'out*'
              discard-paths: yes
              exclude-paths: '**/*.pdb'
              enable-symlinks: yes
              secondary-artifacts:
                hook: {files: [a, b]}
            cache: {key: npm-$(codebuild-hash-files a), fallback-keys: [npm-], action: restore, paths: ['/root/.nuget/**/*']}
            """);

        spec.OneShell.ShouldBeTrue();
        spec.RunAs.ShouldBe("builder");
        spec.Env.Variables.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "two" });
        spec.Env.Parameters.ShouldBe(new Dictionary<string, string> { ["DB"] = "/shop/db" });
        spec.Env.Secrets.Keys.ShouldBe(["KEY"]);
        spec.Env.GitCredentialHelper.ShouldBeTrue();
        spec.Phases.Keys.ShouldBe([PhaseType.Install, PhaseType.Build]);
        spec.RuntimeVersions["nodejs"].ShouldBe("18.x");
        spec.Phases[PhaseType.Build].Commands[1].ShouldBe("if true; then\n  echo \"a: b\"\nfi\n");
        spec.Phases[PhaseType.Build].RunAs.ShouldBe("root");
        spec.Phases[PhaseType.Build].OnFailure.Retries.ShouldBe(2);
        spec.Artifacts!.ExcludePaths.ShouldBe(["**/*.pdb"]);
        (spec.Artifacts.DiscardPaths, spec.Artifacts.KeepsLinks, spec.Artifacts.Name, spec.Artifacts.S3Prefix).ShouldBe((true, true, "shop-$(date +%F)", "builds"));
        spec.SecondaryArtifacts["hook"].Files.ShouldBe(["a", "b"]);
        (spec.Cache!.Key, spec.Cache.Restores, spec.Cache.Saves).ShouldBe(("npm-$(codebuild-hash-files a)", true, false));
        spec.Notes.ShouldHaveSingleItem().ShouldStartWith("proxy is of no effect");
    }

    [Theory]
    [InlineData("{secondary-artifacts: {a: {base-directory: $CODEBUILD_SRC_DIR, files: [x]}, b: {base-directory: '${OUT}/b', files: [y]}}}")]
    [InlineData("{files: '**/*', base-directory: /tmp/layers}")]
    [InlineData("{files: ['$CODEBUILD_SRC_DIR/target/**'], exclude-paths: ['$OUT/*']}")]
    [InlineData("{files: ['**.*'], base-directory: ../out}")]
    [InlineData("{type: zip, files: ['$APP-1.jar']}")]
    public void Takes_the_forms_of_published_buildspecs(string artifacts) =>
        Should.NotThrow(() => Read($"version: 0.2\nphases: {{build: {{commands: [make]}}}}\nartifacts: {artifacts}"));

    [Fact]
    public void Secondary_artifacts_may_stand_alone()
    {
        var spec = Read("version: 0.2\nphases: {build: {commands: [make]}}\nartifacts: {base-directory: out, secondary-artifacts: {a: {files: [x]}}}");

        spec.Artifacts.ShouldBeNull();
        spec.SecondaryArtifacts.Keys.ShouldBe(["a"]);
        spec.Notes.ShouldBe(["artifacts.base-directory is of no effect without artifacts.files"]);
    }

    [Theory]
    [InlineData("version: 0.3\nphases: {build: {commands: [a]}}", "version: one of 0.2, 0.1 was expected, not '0.3'")]
    [InlineData("phases: {build: {commands: [a]}}", "version: is missing")]
    [InlineData("version: 0.2", "phases: is missing")]
    [InlineData("version: 0.2\nphases: {biuld: {commands: [a]}}", "phases.biuld: is not known here; did you mean 'build'?")]
    [InlineData("version: 0.2\nphases: {build: {}}", "phases.build.commands: is missing")]
    [InlineData("version: 0.2\nphases: {build: {commands: make}}", "phases.build.commands: a list was expected")]
    [InlineData("version: 0.2\nphases:\n  build:\n    commands:\n      - echo \"a: b\"", "5: phases.build.commands[0]: a string (put quotes around")]
    [InlineData("version: 0.2\nenv: {shell: powershell.exe}\nphases: {}", "env.shell: 'powershell.exe' is a shell of Windows")]
    [InlineData("version: 0.2\nbatch: {}\nphases: {}", "batch: expected one of build-graph, build-list, build-matrix, build-fanout, not none")]
    [InlineData("version: 0.2\nenv: {variables: {CODEBUILD_X: b}}\nphases: {}", "reserved")]
    [InlineData("version: 0.2\nenv: {variables: {A-B: b}}\nphases: {}", "'A-B' is no variable's name")]
    [InlineData("version: 0.2\nenv: {exported-variables: [AWS_KEY]}\nphases: {}", "'AWS_KEY' cannot be exported")]
    [InlineData("version: 0.2\nphases: {build: {commands: [a], on-failure: Stop}}", "phases.build.on-failure: one of ABORT, CONTINUE, RETRY, RETRY-<count>, RETRY-<regex> or RETRY-<count>-<regex> was expected, not 'Stop'")]
    [InlineData("version: 0.2\nphases: {build: {commands: [a], on-failure: RETRY-101}}", "the count of RETRY is 0 to 100, not 101")]
    [InlineData("version: 0.2\nphases: {build: {commands: [a], on-failure: 'RETRY-2-['}}", "'[' is no regular expression")]
    [InlineData("version: 0.2\nrun-as: 'a b'\nphases: {}", "run-as: 'a b' is no user's name")]
    [InlineData("version: 0.2\nenv: {parameter-store: {CODEBUILD_X: b}}\nphases: {}", "reserved")]
    [InlineData("version: 0.2\nenv: {parameter-store: {A: ''}}\nphases: {}", "env.parameter-store: 'A' names no parameter")]
    [InlineData("version: 0.2\nenv: {secrets-manager: {A: ':key'}}\nphases: {}", "env.secrets-manager: 'A' is ':key'; expected secret-id[:json-key[:version-stage[:version-id]]]")]
    [InlineData("version: 0.2\nenv: {variables: {A: b}, secrets-manager: {A: c}}\nphases: {}", "env.secrets-manager: 'A' is in variables too")]
    [InlineData("version: 0.2\nenv: {git-credential-helper: maybe}\nphases: {}", "env.git-credential-helper: true, false, yes or no was expected")]
    [InlineData("version: 0.2\nproxy: {upload-artifact: yes}\nphases: {}", "proxy.upload-artifact: is not known here; did you mean 'upload-artifacts'?")]
    [InlineData("version: 0.2\nphases: {install: {runtime-versions: {nodej: 18}}}", "'nodej' is no runtime that is known here; expected one of android, docker, dotnet")]
    [InlineData("version: 0.2\nphases: {install: {runtime-versions: {nodejs: newest}}}", "'newest' is no version of nodejs")]
    [InlineData("version: 0.2\nphases: {build: {commands: [a], runtime-versions: {nodejs: 18}}}", "phases.build.runtime-versions: is not known here")]
    [InlineData("version: 0.2\nphases: {}\ncache: {key: a}", "cache.paths: is missing")]
    [InlineData("version: 0.2\nphases: {}\ncache: {paths: [../x]}", "cache.paths: '../x' is no path of a cache")]
    [InlineData("version: 0.2\nphases: {}\ncache: {paths: [x], key: a, fallback-keys: [a, b, c, d, e, f]}", "cache.fallback-keys: there are 6; at most 5 are tried")]
    [InlineData("version: 0.2\nphases: {}\ncache: {paths: [x], action: keep}", "cache.action: one of restore, save was expected, not 'keep'")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {}", "artifacts.files: is missing")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {files: []}", "artifacts.files: is empty")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {secondary-artifacts: {x: {base-directory: a}}}", "artifacts.secondary-artifacts.x.files: is missing")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {secondary-artifacts: {}}", "artifacts.files: is missing")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {files: [../x]}", "'../x' leads out of the base-directory")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {files: [a], base-directory: '~/x'}", "'~/x' is no path; expected one divided by /, with $HOME for ~")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {files: ['$(ls)/a']}", "'$(ls)/a' has a $ that is no variable; expected $NAME or ${NAME}")]
    [InlineData("version: 0.2\nphases: {}\nartifacts: {files: [a], secondary-artifacts: {'a b': {files: [a]}}}", "no artifact identifier")]
    public void What_is_wrong_is_refused_with_its_place(string text, string fault) =>
        Should.Throw<InvalidDocumentException>(() => Read(text)).Message.ShouldContain(fault);

    [Fact]
    public void All_faults_come_at_once() =>
        Should.Throw<InvalidDocumentException>(() => Read("version: 1\nrun-as: a b\nenv: {shell: x}\nphases: {build: {comands: []}}\nartifacts: {fils: []}"))
            .Faults.Count.ShouldBe(7);

    [Fact]
    public void A_damaged_buildspec_is_read_or_refused()
    {
        const string whole = "version: 0.2\nrun-as: me\nenv: {variables: {A: b}, secrets-manager: {C: 'd:e'}, exported-variables: [A]}\ncache: {key: a, fallback-keys: [b], paths: [c]}\nphases:\n  install: {runtime-versions: {nodejs: 18.x}}\n  build:\n    on-failure: RETRY-2-a.*b\n    commands:\n      - make\nartifacts:\n  files: ['**/*']\n  secondary-artifacts: {x: {files: [y]}}\n";
        var random = new Random(11);
        for (var i = 0; i < 10_000; i++)
        {
            var text = new StringBuilder(whole);
            for (var j = 0; j <= i % 4; j++)
            {
                text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), whole[random.Next(whole.Length)]);
            }

            var outcome = Record.Exception(() => Read(text.ToString()));
            (outcome is null or InvalidDocumentException).ShouldBeTrue($"{text}: {outcome}");
        }
    }

    [Fact]
    public void A_missing_buildspec_says_where_it_looked_and_how_one_looks()
    {
        using var folder = new TemporaryFolder();
        var message = Should.Throw<SourceException>(() => BuildspecFile.Locate(folder.Path)).Message;

        message.ShouldContain("buildspec.yml, buildspec.yaml, buildspec.json at the repository's root");
        Read(message[message.IndexOf("version:", StringComparison.Ordinal)..]).Artifacts!.BaseDirectory.ShouldBe("out");
    }

    [Fact]
    public void Two_buildspecs_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("buildspec.yml", "");
        folder.Write("buildspec.json", "");

        Should.Throw<SourceException>(() => BuildspecFile.Locate(folder.Path)).Message.ShouldContain("buildspec.yml and buildspec.json");
    }

    private static Buildspec Read(string text) => BuildspecReader.Read("buildspec.yml", Encoding.UTF8.GetBytes(text));
}
