"""Airflow DAGs of the batch jobs, made from the job registry.

The registry is the output of `./hathor job list --json`, kept beside this file as `jobs.json` or named by
HATHOR_JOBS_JSON. Each schedule becomes one DAG; `after` becomes the order within it, and a job of another
schedule that must have run before is left to that schedule.
"""

from __future__ import annotations

import json
import os
import shlex
from collections import defaultdict
from pathlib import Path

REGISTRY = Path(os.environ.get("HATHOR_JOBS_JSON", Path(__file__).with_name("jobs.json")))
COMMAND = os.environ.get("HATHOR_COMMAND", "./hathor")


def schedules(registry: list[dict]) -> dict[str, list[dict]]:
    """Jobs by cron expression, in the registry's order."""
    by_schedule: dict[str, list[dict]] = defaultdict(list)
    for job in registry:
        by_schedule[job["schedule"]].append(job)
    return dict(by_schedule)


def edges(jobs: list[dict]) -> list[tuple[str, str]]:
    """Pairs (before, after) among these jobs."""
    names = {job["name"] for job in jobs}
    return [(before, job["name"]) for job in jobs for before in job["after"] if before in names]


def command(job: dict) -> str:
    """The shell line that runs a job."""
    return f"{COMMAND} job {shlex.quote(job['name'])} --json"


def dag_id(jobs: list[dict]) -> str:
    """hathor_merge_history for a lone job, hathor_daily for the jobs of a day."""
    return "hathor_" + jobs[0]["name"].replace("-", "_") if len(jobs) == 1 else "hathor_daily"


def build(registry: list[dict]) -> dict:
    """The DAGs by id; needs Airflow."""
    import pendulum
    from airflow import DAG

    try:
        from airflow.providers.standard.operators.bash import BashOperator
    except ImportError:
        from airflow.operators.bash import BashOperator

    dags = {}
    for cron, jobs in schedules(registry).items():
        with DAG(
            dag_id=dag_id(jobs),
            schedule=cron,
            start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
            catchup=False,
            max_active_runs=1,
            default_args={"retries": 1},
            tags=["hathor"],
        ) as dag:
            tasks = {
                job["name"]: BashOperator(task_id=job["name"], bash_command=command(job), doc=job["does"])
                for job in jobs
            }
            for before, after in edges(jobs):
                tasks[before] >> tasks[after]
        dags[dag.dag_id] = dag
    return dags


if REGISTRY.exists():
    globals().update(build(json.loads(REGISTRY.read_text())))
